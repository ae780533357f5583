"""The start image: modules come out of one file, and whatever is wrong with it changes nothing but the time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cloudlint
from cloudlint import patterns
from cloudlint.image import Image

PUBLIC = 'resource "aws_s3_bucket_acl" "b" {\n  bucket = "b"\n  acl    = "public-read"\n}\n'
FROM = (
    "from cloudlint.image import use; use(); import cloudlint.{0} as m; print(type(m.__loader__).__name__, m.__file__)"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package that has run once, as after an installation."""
    home = tmp_path_factory.mktemp("installed")
    shutil.copytree(Path(cloudlint.__file__).parent, home / "cloudlint", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "main.tf").write_text(PUBLIC)
    check(home)
    return home


def python(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=home,
        env={**environment, "PYTHONPATH": str(home), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def check(home: Path, **more: str) -> str:
    """What a check prints."""
    done = python(home, "-m", "cloudlint", "check", "main.tf", **more)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def image_of(home: Path) -> Path:
    return home / "cloudlint" / "__pycache__" / f"start_image.{sys.implementation.cache_tag}.pyc"


def loader(home: Path, module: str) -> str:
    """Who loads a module: the class of its loader."""
    kind, path = python(home, "-c", FROM.format(module)).stdout.split()
    assert Path(path).is_file()
    return kind


@pytest.fixture
def copy(installed: Path, tmp_path: Path) -> Path:
    """An installation that a test may change."""
    shutil.copytree(installed, tmp_path / "copy")
    return tmp_path / "copy"


def test_modules_come_from_the_image(installed: Path) -> None:
    assert image_of(installed).is_file()
    assert loader(installed, "running") == "Image"
    assert loader(installed, "rules.aws.s3") == "Image"  # a package
    assert loader(installed, "cli.explain") == "SourceFileLoader"  # nothing that a check needs


def test_a_changed_source_is_imported(copy: Path) -> None:
    source = copy / "cloudlint" / "version.py"
    python(copy, "-m", "cloudlint", "check", "--format", "json", "main.tf")
    source.write_text(source.read_text().replace('"0.', '"10.'))
    assert python(copy, "-m", "cloudlint", "--version").stdout.startswith("cloudlint 10.")
    changed = copy / "cloudlint" / "running.py"
    changed.write_text(changed.read_text() + "# changed\n")
    assert loader(copy, "running") == "SourceFileLoader"
    assert loader(copy, "linting") == "Image"


def cut(image: Path) -> None:
    image.write_bytes(image.read_bytes()[:-100])


def emptied(image: Path) -> None:
    image.write_bytes(b"")


def of_another_python(image: Path) -> None:
    content = image.read_bytes()
    image.write_bytes(content[:17] + b"\0\0\0\0" + content[21:])


def a_folder(image: Path) -> None:
    image.unlink()
    image.mkdir()


def compiled_by_an_installer(image: Path) -> None:
    image.unlink()
    python(image.parent.parent.parent, "-m", "compileall", "-q", "cloudlint/start_image.py")
    assert image.is_file()


@pytest.mark.parametrize("damage", [cut, emptied, of_another_python, a_folder, compiled_by_an_installer])
def test_a_damaged_image_is_as_none(installed: Path, copy: Path, damage: Callable[[Path], None]) -> None:
    damage(image_of(copy))
    assert loader(copy, "running") == "SourceFileLoader"
    assert check(copy) == check(installed)


def test_a_damaged_image_is_replaced(copy: Path) -> None:
    cut(image_of(copy))
    check(copy)
    assert loader(copy, "running") == "Image"
    assert [path.name for path in image_of(copy).parent.iterdir() if not path.name.endswith(".pyc")] == []


def test_what_cannot_be_had_is_not_looked_for_at_every_start(copy: Path) -> None:
    python(copy, "-m", "compileall", "-q", "-f", "--invalidation-mode", "checked-hash", "cloudlint")
    image_of(copy).unlink()
    check(copy)
    written = image_of(copy).stat().st_mtime_ns
    assert loader(copy, "running") == "SourceFileLoader"
    check(copy)
    assert image_of(copy).stat().st_mtime_ns == written


def test_none_is_written_where_python_writes_no_bytecode(copy: Path) -> None:
    image_of(copy).unlink()
    check(copy, PYTHONDONTWRITEBYTECODE="1")
    assert not image_of(copy).exists()


IN_VAIN = [
    # why an image is not written
    ("nothing is missed", lambda patch: patch.setattr(patterns, "missed", [])),
    ("no bytecode", lambda patch: patch.setattr(sys, "dont_write_bytecode", True)),
    ("nobody may write", lambda patch: patch.setattr(os, "access", lambda path, mode: False)),
]


@pytest.mark.parametrize("prevent", [prevent for _, prevent in IN_VAIN], ids=[name for name, _ in IN_VAIN])
def test_nothing_is_worked_out_in_vain(
    prevent: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(patterns, "missed", [("a+b", 0)])
    monkeypatch.setattr(patterns, "recipes", lambda: asked.append("recipes") or {})
    Image(str(tmp_path / "image.pyc")).renew()
    assert asked == ["recipes"]
    prevent(monkeypatch)
    Image(str(tmp_path / "image.pyc")).renew()
    assert asked == ["recipes"]


def test_regular_expressions_come_from_the_image(installed: Path) -> None:
    first = "from cloudlint import patterns; import os, sys; os._exit = lambda code: sys.exit(len(patterns.missed))"
    again = f"{first}; from cloudlint.cli import start; start()"
    assert python(installed, "-c", again, "check", "main.tf").returncode == 0
    without = f"{first}; from cloudlint import cli; cli.use = lambda: None; cli.start()"
    assert python(installed, "-c", without, "check", "main.tf").returncode > 0


def test_a_start_does_without_re(installed: Path) -> None:
    # Not with the site's packages: an editable install imports it.
    loaded = "import os, sys; os._exit = lambda code: sys.exit('re' in sys.modules)"
    again = f"{loaded}; from cloudlint.cli import start; start()"
    assert python(installed, "-S", "-c", again, "check", "main.tf").returncode == 0


DAMAGED = [
    # what is wrong with the recipe of a pattern
    lambda recipe: (*recipe[:1], b"\xff" * len(recipe[1]), *recipe[2:]),
    lambda recipe: (*recipe[:1], recipe[1][:-3], *recipe[2:]),
    lambda recipe: recipe[:3],
    lambda recipe: None,
]


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_recipe_costs_only_time(damage: Callable[[object], object], monkeypatch: pytest.MonkeyPatch) -> None:
    patterns.compiled("a(b)c")
    asked = ("a(b)c", 0)
    monkeypatch.setitem(patterns.kept, asked, damage(patterns.recipes()[asked]))
    assert patterns.compiled(*asked) == re.compile(*asked)


SOURCES = [
    # as the program has them: groups, names, flags, sets, look-around, back references
    *(r"", r"a|b*", r"(?P<name>a)(?:b)(c)?(?P=name)", r"(?is) [^\W\d]+ (?=x)(?<!y)(z) \1?", r"[\u2028-\u2fff]{2,}?"),
    *(r"[^\x00-@\[-^`{-\x7f][^\x00-,./:-@\[-^`{-\x7f]*", r"(?m)^([ \t]*)\S.*[{(\[][ \t]*\r?\n\1([ \t]+)\S"),
]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE | re.ASCII])
def test_a_kept_pattern_is_that_of_python(source: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "missed", [])
    monkeypatch.setattr(patterns, "kept", {})
    wanted = patterns.compiled(source, flags)
    monkeypatch.setattr(patterns, "kept", patterns.recipes())
    monkeypatch.setattr(patterns, "missed", [])
    found = patterns.compiled(source, flags)
    assert not patterns.missed
    assert found == wanted == re.compile(source, flags)
    assert (found.groups, dict(found.groupindex)) == (wanted.groups, dict(wanted.groupindex))
