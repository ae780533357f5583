"""Writing a file back: whole or not at all, in the manner of what was there."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cloudlint.writing import BOM, Changed, write

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes and links")


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "main.tf")


def test_bytes_that_are_written(tmp_path: Path) -> None:
    cases = [
        ("plain", b"a\n", "b\n", b"b\n"),
        ("crlf", b"a\r\n", "b\r\n", b"b\r\n"),
        ("byte order mark", BOM + b"a\n", "b\n", BOM + b"b\n"),
        ("byte order mark still in the text", BOM + b"a\n", "\ufeffb\n", BOM + b"b\n"),
        ("unicode", b"a\n", "é 漢\n", "é 漢\n".encode()),
        ("bytes that are no UTF-8", b"\xff\n", "\udcff!\n", b"\xff!\n"),
        ("to nothing", b"a\n", "", b""),
    ]
    for name, original, text, expected in cases:
        target = tmp_path / "main.tf"
        target.write_bytes(original)
        write(str(target), text, original)
        assert target.read_bytes() == expected, name
    assert left_over(tmp_path) == []


def test_a_file_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "main.tf"
    target.write_bytes(b"somebody else's\n")
    with pytest.raises(Changed):
        write(str(target), "mine\n", b"as I read it\n")
    assert target.read_bytes() == b"somebody else's\n"
    assert left_over(tmp_path) == []


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(str(tmp_path / "main.tf"), "mine\n", b"")
    assert left_over(tmp_path) == []


@posix
def test_mode_stays(tmp_path: Path) -> None:
    target = tmp_path / "main.tf"
    for mode in (0o644, 0o600, 0o755):
        target.write_bytes(b"a")
        target.chmod(mode)
        write(str(target), "b", b"a")
        assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_the_target_of_a_link_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "real.tf").write_bytes(b"a")
    link = tmp_path / "main.tf"
    link.symlink_to(folder / "real.tf")
    write(str(link), "b", b"a")
    assert link.is_symlink()
    assert (folder / "real.tf").read_bytes() == b"b"


@posix
def test_a_failure_while_writing_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "main.tf"
    target.write_bytes(b"a")

    def full(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        write(str(target), "b", b"a")
    assert target.read_bytes() == b"a"
    assert left_over(tmp_path) == []


WRITER = """
import sys
from cloudlint.writing import write
path, size = sys.argv[1], int(sys.argv[2])
now = "a" * size
print("go", flush=True)
while True:
    new = ("b" if now[0] == "a" else "a") * size
    write(path, new, now.encode())
    now = new
"""


@posix
def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    size, target = 200_000, tmp_path / "main.tf"
    for number in range(8):
        target.write_bytes(b"a" * size)
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target), str(size)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.003 * number)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        assert target.read_bytes() in (b"a" * size, b"b" * size)
