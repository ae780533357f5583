"""Fixing where the disk is full, files vanish, or somebody else fixes at the same time: files stay whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.confined import cloudlint, repository

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits as POSIX has them")

OPEN = 'resource "aws_s3_bucket_acl" "a%d" {\n  acl = "public-read"\n}\n'
COMMAND = [sys.executable, "-m", "cloudlint", "fix", "--unsafe", "--select", "aws-s3-bucket-public-acl", "."]
AS_NOBODY = "import os, sys; os.setuid(65534); from cloudlint.cli import main; sys.exit(main())"


def many(folder: Path, count: int, more: str = "") -> Path:
    return repository(folder, {f"f{n}.tf": OPEN % n + more for n in range(count)})


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    """No file may grow over 20 bytes, which is to a writer what a full disk is."""
    folder = many(tmp_path / "repository", 5)
    before = contents(folder)

    def full() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))

    done = subprocess.run(COMMAND, cwd=folder, preexec_fn=full, capture_output=True, text=True, timeout=300)
    assert done.returncode == 2
    assert "no file was changed" in done.stderr
    assert contents(folder) == before


def test_two_fixers_at_once(tmp_path: Path) -> None:
    folder = many(tmp_path / "repository", 40)
    fixers = [subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in "ab"]
    ended = [(fixer.communicate(timeout=300)[1], fixer.returncode) for fixer in fixers]
    assert 0 in [code for _, code in ended]
    assert all(code == 0 or b"changed meanwhile" in err or b"no such file" in err for err, code in ended)
    after = contents(folder)
    assert after.keys() == {f"f{n}.tf" for n in range(40)}, "and nothing is left behind"
    assert all(text == (OPEN % int(name[1:-3])).replace("public-read", "private") for name, text in after.items())


def test_files_that_come_and_go(tmp_path: Path) -> None:
    """Another program moves files about while we look."""
    folder = many(tmp_path / "repository", 60)
    mover = (
        "import os, time\n"
        "end = time.time() + 20\n"
        "while time.time() < end and not os.path.exists('stop'):\n"
        "    for n in range(0, 60, 2):\n"
        "        os.rename(f'f{n}.tf', f'g{n}.tf')\n"
        "    for n in range(0, 60, 2):\n"
        "        os.rename(f'g{n}.tf', f'f{n}.tf')\n"
    )
    moving = subprocess.Popen([sys.executable, "-c", mover], cwd=folder)
    try:
        for command in (("check", "."), ("check", "--format", "json", "."), ("fix", "--check", ".")):
            assert cloudlint(folder, *command).code in (0, 1)
    finally:
        (folder / "stop").write_text("")
        moving.wait()


@pytest.mark.skipif(os.geteuid() != 0 if hasattr(os, "geteuid") else True, reason="only the superuser can be another")
def test_unreadable_files_are_told(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN % 1, "secret.tf": "", "closed/main.tf": ""})
    for path in (tmp_path, folder):
        path.chmod(0o755)
    (folder / "secret.tf").chmod(0)
    (folder / "closed").chmod(0)
    for parent in tmp_path.parents:
        if parent != Path("/") and not parent.stat().st_mode & 0o001:
            pytest.skip("the folder of temporary files is not for others")
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "check", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
    )
    if "ModuleNotFoundError" in done.stderr:
        pytest.skip("another user cannot import us")
    assert "`secret.tf` was not analysed: permission denied" in done.stdout
    assert "`closed` was not analysed: permission denied" in done.stdout
    assert "aws-s3-bucket-public-acl" in done.stdout
