"""What is remembered of earlier runs: never seen in an outcome, whatever happened to the files and to the cache."""

from __future__ import annotations

import os
import signal
import stat
import sys
from pathlib import Path
from subprocess import Popen

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cloudlint import caching, dividing
from cloudlint.cli import main
from cloudlint.config import Settings
from cloudlint.effort import Effort
from cloudlint.judged import attempted
from cloudlint.outcome import Outcome
from cloudlint.report import text
from cloudlint.running import run
from tests.core.test_running import repository

REMEMBERING = Effort(cache=True, patience=0)

BUCKET = 'resource "aws_s3_bucket_acl" "b" {\n  acl = %s\n}\n'
DATABASE = 'resource "aws_db_instance" "d" {\n  storage_encrypted = %s\n}\n'
POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers: [{name: c, image: 'i:%s'}]\n"

# What may stand in each file of a small repository; None: the file is not there.
CONTENTS: dict[str, tuple[str | None, ...]] = {
    "app/main.tf": (
        'module "db" {\n  source = "../modules/db"\n  encrypted = false\n}\n',
        'module "db" {\n  source = "../modules/db"\n  encrypted = var.encrypted\n}\nvariable "encrypted" {}\n',
        'module "db" {\n  source = "../modules/other"\n}\n',
        'locals {\n  acl = file("${path.module}/acl.txt")\n}\n' + BUCKET % "local.acl",
        'locals {\n  names = fileset(path.module, "sites/*.txt")\n}\n'
        + BUCKET % 'length(local.names) > 1 ? "public-read" : "private"',
        BUCKET % 'fileexists("${path.module}/acl.txt") ? "public-read" : "private"',
        BUCKET % '"public-read" # cloudlint: ignore[aws-s3-bucket-public-acl] it is a site',
        'resource "aws_s3_bucket" {\n',
        None,
    ),
    "app/terraform.tfvars": ("encrypted = false\n", "encrypted = true\n", None),
    "app/acl.txt": ("public-read", "private", None),
    "app/sites/a.txt": ("a", None),
    "app/sites/b.txt": ("b", None),
    "modules/db/main.tf": (
        'variable "encrypted" {\n  default = false\n}\n' + DATABASE % "var.encrypted",
        'variable "encrypted" {\n  default = false\n}\n' + DATABASE % "true",
        None,
    ),
    "modules/db/main.tofu": (DATABASE % "false", None),
    "modules/other/main.tf": (DATABASE % "false", DATABASE % "true", None),
    "second/main.tf": ('module "db" {\n  source = "../modules/db"\n}\n', DATABASE % "false", None),
    "second/loose.tfvars": ("encrypted = \n", "encrypted = true\n", None),
    "k8s/pod.yaml": (POD % "latest", POD % "1.2", "apiVersion: v1\nkind: [\n", "a: b\n", None),
    "k8s/kustomization.yaml": ("patches:\n- path: pod.yaml\n", "resources:\n- pod.yaml\n", None),
    "Dockerfile": ("FROM alpine\n", "FROM alpine:3.20@sha256:" + "a" * 64 + "\nUSER app\n", None),
    ".gitignore": ("second/\n", "", None),
}
CHANGES = [(path, content) for path, contents in CONTENTS.items() for content in contents]
CHOICES = (
    Settings(),
    Settings(select=("aws-rds-*", "aws-s3-*")),
    Settings(ignore=("aws-*",)),
    Settings(max_file_size=60),
    Settings(exclude=("app/",)),
    Settings(workspace="prod"),
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the caches."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(caching.PLACE, str(folder))
    return folder


def seen(outcome: Outcome) -> str:
    """All that a report can say of an outcome."""
    listed = text.render(outcome, str, details=True) + text.ignored(outcome, str)
    return "\n".join((listed, *map(repr, (*outcome.findings, *outcome.suppressed)), repr(list(outcome.targets))))


def both(root: Path, chosen: Settings = CHOICES[0], named: tuple[str, ...] = ("",)) -> tuple[str, str]:
    """What a run says that remembers, and one that does not."""
    paths = [str(root / name) for name in named if (root / name).exists()]
    return seen(run(paths, chosen, effort=REMEMBERING)), seen(run(paths, chosen))


def put(root: Path, path: str, content: str | None) -> None:
    """A file as it is to be; None takes it away."""
    file = root / path
    if content is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")


@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from(CHOICES), st.booleans()), min_size=3, max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_outcome_shows_that_something_was_remembered(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[tuple[str, str | None], Settings, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(caching.PLACE, str(folder / "cache"))
        (folder / "root").mkdir()
        root = repository(folder / "root", {path: contents[0] or "" for path, contents in CONTENTS.items()})
        for (path, content), chosen, whole in changes:
            put(root, path, content)
            remembering, anew = both(root, chosen, ("",) if whole else ("app", "modules", "k8s/pod.yaml"))
            assert remembering == anew


# ------------------------------------------------------------------------- what is kept

TREE = {
    "app/main.tf": 'module "db" {\n  source = "../modules/db"\n  encrypted = false\n}\n',
    "modules/db/main.tf": 'variable "encrypted" {}\n' + DATABASE % "var.encrypted",
    "other/main.tf": BUCKET % '"public-read"',
    "pod.yaml": POD % "latest",
}


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are judged, while they are."""
    told: list[str] = []
    honest = attempted

    def noted(workspace, part, *rest, keep):  # type: ignore[no-untyped-def]
        told.append(part.path.rpartition("/")[2])
        return honest(workspace, part, *rest, keep=keep)

    monkeypatch.setattr(dividing, "attempted", noted)
    return told


def remembering(root: Path, chosen: Settings = CHOICES[0]) -> str:
    """What a run says that remembers."""
    return seen(run([str(root)], chosen, effort=REMEMBERING))


def project(tmp_path: Path, files: dict[str, str] = TREE) -> Path:
    """A repository beside the cache."""
    (tmp_path / "root").mkdir()
    return repository(tmp_path / "root", files)


@pytest.mark.parametrize(
    ("path", "content", "again"),
    [
        ("app/main.tf", TREE["app/main.tf"], []),
        ("app/main.tf", TREE["app/main.tf"].replace("false", "true"), ["app"]),
        ("modules/db/main.tf", DATABASE % "true", ["app"]),
        ("modules/db/more.tf", "", ["app"]),
        ("other/terraform.tfvars", "", ["other"]),
        ("other/README.md", "", ["other"]),  # a new name could be asked for: `fileexists`
        ("pod.yaml", POD % "1", ["pod.yaml"]),
        ("kustomization.yaml", "resources: [pod.yaml]", ["kustomization.yaml"]),
        ("new/main.tf", DATABASE % "false", ["new"]),
        ("notes.txt", "", []),
    ],
)
def test_only_what_has_changed_is_judged_again(
    tmp_path: Path, cache: Path, judged: list[str], path: str, content: str, again: list[str]
) -> None:
    root = project(tmp_path)
    remembering(root)
    assert sorted(judged) == ["app", "other", "pod.yaml"]
    judged.clear()
    put(root, path, content)
    remembering(root)
    assert sorted(judged) == sorted(again)
    judged.clear()
    assert remembering(root) == seen(run([str(root)]))


def test_a_file_is_known_by_its_content_whatever_its_time_says(tmp_path: Path, cache: Path, judged: list[str]) -> None:
    root = project(tmp_path)
    remembering(root)
    judged.clear()
    file = root / "other/main.tf"
    before = file.stat()
    os.utime(file, (1, 1))
    remembering(root)
    assert judged == []
    file.write_text(file.read_text().replace("public-read", "private    "))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "aws-s3-bucket-public-acl" not in remembering(root)


def test_options_and_versions_have_their_own_memory(
    tmp_path: Path, cache: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    remembering(root)
    for chosen in CHOICES[1:]:
        judged.clear()
        remembering(root, chosen)
        assert judged
    judged.clear()
    monkeypatch.setattr(caching, "VERSION", "0.0.0")
    remembering(root)
    assert sorted(judged) == ["app", "other", "pod.yaml"]


def test_values_from_outside_the_repository(tmp_path: Path, cache: Path) -> None:
    root = project(tmp_path, {"main.tf": 'variable "acl" {}\n' + BUCKET % "var.acl"})
    values = tmp_path / "prod.tfvars"
    chosen = Settings(var_files=(values.as_posix(),))
    found = []
    for acl in ("public-read", "private"):
        values.write_text(f'acl = "{acl}"\n')
        found.append("aws-s3-bucket-public-acl" in remembering(root, chosen))
    assert found == [True, False]


def test_a_crash_is_not_remembered(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cloudlint import languages

    root = project(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(languages, "analysed", lambda *rest: 1 // 0)
        assert "internal-error" in remembering(root)
    assert remembering(root) == seen(run([str(root)]))


def test_a_file_that_changes_while_it_is_judged(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    honest = attempted

    def late(workspace, part, *rest, keep):  # type: ignore[no-untyped-def]
        found = honest(workspace, part, *rest, keep=keep)
        put(root, "other/main.tf", BUCKET % '"private"')
        return found

    with monkeypatch.context() as patch:
        patch.setattr(dividing, "attempted", late)
        remembering(root)
    assert remembering(root) == seen(run([str(root)]))


# ------------------------------------------------------------------------- the file


def spoilt(content: bytes) -> list[bytes]:
    """Files that nobody of ours has written, or not to the end."""
    _, _, rest = content.partition(b"\n")
    cleaned = rest.replace(b"aws-s3-bucket-public-acl", b"no-such-rule")
    return [
        b"",
        b"\0" * 100,
        content[: len(content) // 2],
        content[:-1],
        content.replace(b"public-read", b"private"),
        content + b"more\n",
        *(
            caching.seal(forged).encode() + b"\n" + forged
            for forged in (cleaned, rest.replace(b"[", b"{"), rest.replace(b"0", b"null"), b"[]\n1\n", rest[:99])
        ),
    ]


def test_a_spoilt_cache_is_as_good_as_none(tmp_path: Path, cache: Path) -> None:
    root = project(tmp_path)
    expected = remembering(root)
    (file,) = cache.glob("*" + caching.ENDING)
    content = file.read_bytes()
    assert b"aws-s3-bucket-public-acl" in content
    for wrong in spoilt(content):
        file.write_bytes(wrong)
        assert remembering(root) == expected
        assert file.read_bytes() == content, "it is written anew"


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_cache_in_which_others_can_write_is_not_used(tmp_path: Path, cache: Path, judged: list[str]) -> None:
    root = project(tmp_path)
    remembering(root)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in cache.glob("*" + caching.ENDING)] == [0o600]
    cache.chmod(0o777)
    judged.clear()
    remembering(root)
    assert sorted(judged) == ["app", "other", "pod.yaml"]


@pytest.mark.parametrize("inside", ["cache", ".git/cache", ""])
def test_a_repository_cannot_bring_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, judged: list[str], inside: str
) -> None:
    root = project(tmp_path)
    monkeypatch.setenv(caching.PLACE, str(root / inside))
    for _ in range(2):
        judged.clear()
        remembering(root)
        assert sorted(judged) == ["app", "other", "pod.yaml"]
    assert not list(root.rglob("*" + caching.ENDING))


def test_where_no_cache_can_be_written_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv(caching.PLACE, str(blocked / "cache"))
    assert remembering(root) == seen(run([str(root)]))


def test_a_disk_that_is_full(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*rest: object) -> None:
        raise OSError(28, "No space left on device")

    root = project(tmp_path)
    monkeypatch.setattr(os, "replace", full)
    assert remembering(root) == seen(run([str(root)]))
    assert [file.name for file in cache.iterdir()] == ["CACHEDIR.TAG"]


def test_two_runs_at_once(tmp_path: Path, cache: Path, judged: list[str]) -> None:
    root = project(tmp_path)
    code = (
        "import sys; from cloudlint.running import run; from cloudlint.effort import Effort\n"
        "for _ in range(5): assert len(run([sys.argv[1]], effort=Effort(cache=True, patience=0)).findings) > 2\n"
    )
    both = [Popen([sys.executable, "-c", code, str(root)]) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    remembering(root)
    assert judged == []
    assert not list(cache.glob("*" + caching.UNFINISHED))


# What kills a run at a moment of its writing: the file was begun, is half written, is about to get its name.
DEADLY = {
    "os.open": """
def opened(path, *how, **more):
    handle = begin(path, *how, **more)
    return os.kill(os.getpid(), 9) if str(path).endswith(caching.UNFINISHED) else handle
begin, os.open = os.open, opened
""",
    "write": """
def half(handle, mode):
    os.write(handle, b"0" * 40)
    os.kill(os.getpid(), 9)
begin = open
caching.open = lambda name, mode, **how: begin(name, mode, **how) if isinstance(name, str) else half(name, mode)
""",
    "os.replace": "os.replace = lambda *names: os.kill(os.getpid(), 9)",
}


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("moment", ["os.open", "write", "os.replace"])
def test_killed_while_it_is_written(tmp_path: Path, cache: Path, judged: list[str], moment: str) -> None:
    root = project(tmp_path)
    code = (
        "import os, sys; from cloudlint import caching; from cloudlint.running import run\n"
        "from cloudlint.effort import Effort\n"
        f"{DEADLY[moment]}\n"
        "run([sys.argv[1]], effort=Effort(cache=True, patience=0))\n"
    )
    assert Popen([sys.executable, "-c", code, str(root)]).wait() == -signal.SIGKILL
    assert len(list(cache.glob("*" + caching.UNFINISHED))) == 1
    assert not list(cache.glob("*" + caching.ENDING))
    wanted = seen(run([str(root)]))
    assert remembering(root) == wanted
    judged.clear()
    assert remembering(root) == wanted
    assert judged == [], "what the killed run left is in nobody's way"


def test_clean(tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remembering(project(tmp_path))
    (cache / "mine.txt").write_text("not a cache")
    (cache / ("0" + caching.UNFINISHED)).write_text("of a run that was killed")
    assert main(["clean"]) == 0
    assert "Deleted 2 caches" in capsys.readouterr().out
    assert sorted(file.name for file in cache.iterdir()) == ["CACHEDIR.TAG", "mine.txt"]
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == "There is nothing to delete.\n"


def test_what_nobody_uses_is_deleted(tmp_path: Path, cache: Path) -> None:
    root = project(tmp_path)
    remembering(root)
    (file,) = cache.glob("*" + caching.ENDING)
    old = cache / ("0" * 32 + caching.ENDING)
    old.write_text("")
    os.utime(old, (1, 1))
    os.utime(file, (1, 1))
    remembering(root)
    assert file.stat().st_mtime > 1, "its use is noted"
    put(root, "pod.yaml", POD % "2")
    remembering(root)
    assert [found.name for found in cache.glob("*" + caching.ENDING)] == [file.name]
