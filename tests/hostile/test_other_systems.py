"""What differs on Windows and macOS, as far as it can be had here: consoles, line ends, drives, missing functions."""

from __future__ import annotations

import ntpath
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cloudlint import workspace, writing
from cloudlint.running import run
from cloudlint.workspace import Workspace, repository_root
from tests.hostile.confined import repository

ACL = "aws-s3-bucket-public-acl"
OPEN = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read" # caf\u00e9 \u6f22 \U0001f600\n}\n'
FIXED = OPEN.replace("public-read", "private")
ONLY = ("--select", ACL)


def started(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cloudlint", *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, timeout=300)


# -------------------------------------------------------------------------- consoles


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "cp932", "ascii", "utf-16", "latin-1"])
@pytest.mark.parametrize(
    "command", [("check", "."), ("fix", "--check", "--unsafe", "."), ("check", "--format", "json", ".")]
)
def test_no_console_makes_it_fail(tmp_path: Path, encoding: str, command: tuple[str, ...]) -> None:
    folder = repository(tmp_path / "repository", {"caf\u00e9 \u6f22.tf": OPEN})
    done = started(folder, *command, *ONLY, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1, done.stderr
    assert b"fault" not in done.stderr
    if "json" in command:
        assert "caf\u00e9 \u6f22.tf" in done.stdout.decode("utf-8"), "programs get UTF-8 whatever the console is"


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_no_locale_changes_how_files_are_read(tmp_path: Path, locale: str) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN})
    given = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert started(folder, "fix", "--unsafe", *ONLY, ".", **given).returncode == 0
    assert (folder / "main.tf").read_text(encoding="utf-8") == FIXED
    (folder / "cloudlint.toml").write_text('# caf\u00e9\nignore = ["x-\u6f22"]\n', encoding="utf-8")
    assert started(folder, "check", ".", **given).returncode in (0, 1)


def test_standard_output_that_is_closed(tmp_path: Path) -> None:
    """As under `pythonw`, or a service."""
    folder = repository(tmp_path / "repository", {"main.tf": OPEN})
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m cloudlint check . >&- 2>&-"], cwd=folder, timeout=300, check=False
    )
    assert done.returncode in (0, 1, 2)


# ------------------------------------------------------------------- texts and line ends


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_stay(tmp_path: Path, end: str, encoding: str) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN.replace("\n", end).encode(encoding)})
    assert started(folder, "fix", "--unsafe", *ONLY, ".").returncode == 0
    assert (folder / "main.tf").read_bytes() == FIXED.replace("\n", end).encode(encoding)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_settings_and_ignores_with_either_line_end(tmp_path: Path, end: str) -> None:
    def ended(text: str) -> bytes:
        return text.replace("\n", end).encode()

    files = {
        "main.tf": ended(OPEN.replace("#", "# cloudlint: ignore[aws-s3-bucket-public-acl] known #")),
        "left/out.tf": ended(OPEN),
        "known.tf": ended(OPEN),
        ".gitignore": ended("left/\n"),
        "cloudlint.toml": ended('select = ["aws-s3-bucket-public-acl"]\n[[accept]]\nrule = "*"\npaths = "known.tf"\n'),
    }
    done = started(repository(tmp_path / "repository", files), "check", ".")
    assert done.returncode == 0, done.stdout


# ---------------------------------------------------------------------- paths of Windows


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths as Windows computes them: `os.path` is its own module there, which Python has everywhere."""
    monkeypatch.setattr(workspace.os, "path", ntpath)
    monkeypatch.setattr(workspace.os, "sep", "\\")
    monkeypatch.setattr(ntpath, "abspath", lambda path: ntpath.normpath(ntpath.join("C:\\work", path)))
    monkeypatch.setattr(ntpath, "realpath", lambda path, **_: ntpath.normpath(path))


@pytest.mark.usefixtures("windows")
def test_paths_have_forward_slashes_and_drives() -> None:
    assert workspace.absolute("infra\\main.tf") == "C:/work/infra/main.tf"
    assert workspace.absolute("D:\\x\\..\\y") == "D:/y"
    assert workspace.absolute("\\\\server\\share\\a") == "//server/share/a"
    there = Workspace("C:\\work", {"C:\\work\\a.tf": "a = 1"})
    assert there.root == "C:/work"
    assert there.read("C:/work/a.tf") is not None
    assert there.relative("C:/work/a/b.tf") == "a/b.tf"
    assert not there.holds("D:/work/a.tf")
    assert not there.holds("C:/workshop/a.tf")
    assert not workspace.inside("D:\\work\\a.tf", "C:\\work")
    assert workspace.inside("C:\\work\\a.tf", "C:\\work")


@pytest.mark.usefixtures("windows")
def test_looking_for_the_repository_ends_at_the_drive() -> None:
    assert repository_root("C:\\work\\deep\\deeper") == "C:/work/deep/deeper"


def test_names_that_differ_in_case_only(tmp_path: Path) -> None:
    """Where the file system does not tell them apart, `MAIN.TF` is read as it is called."""
    folder = repository(tmp_path / "repository", {"MAIN.TF": OPEN, "main.tf": OPEN, "DOCKERFILE": "FROM a\n"})
    found = {finding.span.path.rpartition("/")[2] for finding in run([str(folder)]).findings if finding.rule == ACL}
    assert "main.tf" in found


# ------------------------------------------------------------------------ what is missing


@pytest.mark.parametrize("missing", [("fchown",), ("geteuid", "getegid", "fchown"), ("link", "symlink"), ("fork",)])
def test_fixes_are_written_without_what_only_some_systems_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: tuple[str, ...]
) -> None:
    path = tmp_path / "main.tf"
    path.write_text(OPEN, encoding="utf-8")
    for name in missing:
        monkeypatch.delattr(os, name, raising=False)
    writing.write(str(path), FIXED, OPEN.encode())
    assert path.read_text(encoding="utf-8") == FIXED
    assert [it.name for it in tmp_path.iterdir()] == ["main.tf"]


def test_nothing_needs_fork(tmp_path: Path) -> None:
    """Several processes are started anew where none can be copied."""
    files = {f"m{n}/main.tf": OPEN for n in range(30)}
    folder = repository(tmp_path / "repository", files)
    without = (
        "import os, sys, multiprocessing\n"
        "from cloudlint.cli import main\n"
        "if __name__ == '__main__':\n"
        "    for name in ('fork', 'forkpty', 'register_at_fork'):\n"
        "        delattr(os, name)\n"
        "    multiprocessing.set_start_method('spawn')\n"
        f"    sys.exit(main(['check', '--jobs', '2', '--select', '{ACL}', '.']))\n"
    )
    (tmp_path / "without.py").write_text(without)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "without.py")], cwd=folder, capture_output=True, text=True, timeout=300
    )
    assert done.stdout.count(f"[{ACL}]") == 30, done.stderr
