"""`cloudlint fix`: what is written, what is not, and what is said about it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cloudlint.cli import main

OPEN = 'resource "aws_s3_bucket_acl" "site" {\n  bucket = "site"\n  acl    = "public-read" # old website\n}\n'
CLOSED = OPEN.replace("public-read", "private")
DISK = 'resource "aws_lb" "web" {\n  name = "web"\n}\n'
KEPT = 'resource "aws_lb" "web" {\n  name                       = "web"\n  enable_deletion_protection = true\n}\n'
ACL, PROTECTION = "aws-s3-bucket-public-acl", "aws-elb-deletion-protection-off"
ONLY = ("--select", f"{ACL},{PROTECTION}")  # an unsafe fix, a safe one


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an open bucket and an unprotected load balancer, as working directory."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "infra").mkdir()
    (tmp_path / "infra" / "site.tf").write_text(OPEN)
    (tmp_path / "infra" / "web.tf").write_text(DISK)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fix(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = main(["fix", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def texts(folder: Path) -> dict[str, str]:
    """Every file below the folder, those of git left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".git/" not in path.as_posix():
            found[path.relative_to(folder).as_posix()] = path.read_bytes().decode()
    return found


RUNS = [
    # arguments, exit code, site.tf, web.tf, words on standard output, words on standard error
    (ONLY, 0, OPEN, KEPT, "Fixed 1 finding in 1 file; 1 finding left, 1 of them with a fix for --unsafe.", ""),
    ((*ONLY, "--unsafe"), 0, CLOSED, KEPT, "Fixed 2 findings in 2 files; 0 findings left.", ""),
    ((*ONLY, "--unsafe", "infra/site.tf"), 0, CLOSED, DISK, f"[{ACL}]", ""),
    ((*ONLY, "--unsafe", "--ignore", ACL), 0, OPEN, KEPT, "0 findings left", ""),
    (("--select", ACL), 0, OPEN, DISK, "Nothing to fix; 1 finding left", ""),
    ((*ONLY, "--severity", "high"), 0, OPEN, DISK, "Nothing to fix", ""),
    ((*ONLY, "--check"), 1, OPEN, DISK, "would fix infra/web.tf: set `enable_deletion_protection` to true", ""),
    (("--select", ACL, "--check"), 0, OPEN, DISK, "Nothing to fix", ""),
    ((*ONLY, "--diff"), 1, OPEN, DISK, "+  enable_deletion_protection = true\n", "Would fix 1 finding in 1 file"),
    (("--select", ACL, "--diff"), 0, OPEN, DISK, "", "Nothing to fix"),
    (("missing.tf",), 2, OPEN, DISK, "", "`missing.tf`: no such file or folder"),
    (("-",), 2, OPEN, DISK, "", "`-`: files are fixed in place"),
    (("--select", "nothing-like-this"), 2, OPEN, DISK, "", "names no rule"),
]


@pytest.mark.parametrize(("arguments", "code", "site", "web", "said", "complained"), RUNS)
def test_runs(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    site: str,
    web: str,
    said: str,
    complained: str,
) -> None:
    got, out, err = fix(capsys, *arguments)
    assert (got, said in out, complained in err) == (code, True, True), out + err
    assert texts(folder) == {"infra/site.tf": site, "infra/web.tf": web}


def test_what_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(capsys, *ONLY)[1].splitlines() == [
        f"fixed infra/web.tf: set `enable_deletion_protection` to true on aws_lb.web [{PROTECTION}]",
        f"left infra/site.tf:3:12: high[{ACL}]: ACL `public-read` opens `aws_s3_bucket_acl.site` to everyone"
        ' (--unsafe: set `acl` to "private")',
        "",
        "Fixed 1 finding in 1 file; 1 finding left, 1 of them with a fix for --unsafe.",
    ]


def test_a_stage_is_called_a_stage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Dockerfile").write_text("FROM alpine:3.19\nRUN apk add curl\n")
    rule = "docker-packages-apk-cache-kept"
    said = fix(capsys, "--unsafe", "--select", rule, "Dockerfile")[1].splitlines()[0]
    assert said == f"fixed Dockerfile: add `--no-cache` in stage 0 [{rule}]"


def test_fixing_twice_is_fixing_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fix(capsys, "--unsafe")
    once = texts(folder)
    code, out, _ = fix(capsys, "--unsafe")
    assert (code, "Nothing to fix" in out) == (0, True), out
    assert texts(folder) == once


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
@pytest.mark.parametrize("where", [".", "infra"])
def test_git_applies_the_patch(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    (folder / ".git").rmdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "infra" / "mark.tf").write_bytes(b"\xef\xbb\xbf" + OPEN.replace("site", "mark").encode())
    (folder / "infra" / "lines.tf").write_bytes(OPEN.replace("site", "lines").replace("\n", "\r\n").encode())
    (folder / "infra" / "ends here \u00e9.tf").write_text(OPEN.replace("site", "end").rstrip("\n"), encoding="utf-8")
    monkeypatch.chdir(folder / where)
    _, patch, _ = fix(capsys, *ONLY, "--unsafe", "--diff")
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=patch.encode(), check=True, cwd=folder / where)
    by_git = texts(folder)
    assert fix(capsys, *ONLY, "--unsafe", "--check")[0] == 0, "nothing is left to fix"
    assert by_git["infra/lines.tf"] == CLOSED.replace("site", "lines").replace("\n", "\r\n")
    assert by_git["infra/mark.tf"] == "\ufeff" + CLOSED.replace("site", "mark")
    assert by_git["infra/ends here \u00e9.tf"] == CLOSED.replace("site", "end").rstrip("\n")


# ------------------------------------------------------------------ several files

MODULE = """\
variable "acl" {
  type = string
}

resource "aws_s3_bucket_acl" "this" {
  bucket = "site"
  acl    = var.acl
}
"""
CALLER = 'module "site" {\n  source = "./bucket"\n  acl    = "public-read"\n}\n'


def test_the_argument_of_a_call_is_mended_where_it_was_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(folder / "infra")
    (folder / "bucket").mkdir()
    (folder / "bucket" / "main.tf").write_text(MODULE)
    (folder / "main.tf").write_text(CALLER)
    _, out, _ = fix(capsys, "--select", ACL, "--unsafe", "bucket/main.tf")
    assert "(its fix is in main.tf, which was not named)" in out
    assert (folder / "main.tf").read_text() == CALLER, "nobody named this file"
    _, out, _ = fix(capsys, "--select", ACL, "--unsafe", "bucket/main.tf", "main.tf")
    assert f'fixed main.tf: set `acl` to "private" on module.site.aws_s3_bucket_acl.this [{ACL}]' in out
    assert texts(folder) == {"bucket/main.tf": MODULE, "main.tf": CALLER.replace("public-read", "private")}


def test_no_file_is_written_where_one_has_changed_meanwhile(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cloudlint.cli import fix as module

    class Slow(module.Bench):
        def judge(self, *arguments, **more):  # type: ignore[no-untyped-def]
            outcome = super().judge(*arguments, **more)
            (folder / "infra" / "web.tf").write_text(DISK + "# somebody typed this\n")
            return outcome

    monkeypatch.setattr(module, "Bench", Slow)
    code, out, err = fix(capsys, *ONLY, "--unsafe")
    assert (code, out) == (2, "")
    assert err.endswith("web.tf changed meanwhile; no file was changed\n")
    assert texts(folder) == {"infra/site.tf": OPEN, "infra/web.tf": DISK + "# somebody typed this\n"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_linked_file_is_fixed_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "copy").mkdir()
    (folder / "copy" / "site.tf").symlink_to(folder / "infra" / "site.tf")
    assert fix(capsys, *ONLY, "--unsafe")[0] == 0
    assert (folder / "copy" / "site.tf").is_symlink()
    assert (folder / "infra" / "site.tf").read_text() == CLOSED


def test_a_file_that_only_python_hcl2_cannot_read_is_fixed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from cloudlint.languages import readable

    odd = OPEN + 'locals {\n  text = "$${not a template"\n}\n'
    assert not readable("site.tf", odd), "or else this test needs another oddity"
    (folder / "infra" / "site.tf").write_text(odd)
    assert fix(capsys, *ONLY, "--unsafe")[0] == 0
    assert '"private"' in (folder / "infra" / "site.tf").read_text()


def test_a_fix_that_python_hcl2_refutes_is_not_made(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cloudlint import mending

    monkeypatch.setattr(mending, "readable", lambda path, text: "private" not in text)
    code, out, _ = fix(capsys, *ONLY, "--unsafe")
    assert code == 0
    assert "(its fix was not made: it breaks the syntax)" in out
    assert texts(folder) == {"infra/site.tf": OPEN, "infra/web.tf": KEPT}


# ------------------------------------------------------------------ the real program


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_killed_at_any_moment_every_file_is_whole(folder: Path, name: str) -> None:
    before = {f"infra/{n}.tf": OPEN.replace("site", f"site{n}") for n in range(30)}
    after = {path: text.replace("public-read", "private") for path, text in before.items()}
    command = [sys.executable, "-m", "cloudlint", "fix", *ONLY, "--unsafe"]
    (folder / "infra" / "site.tf").unlink()
    (folder / "infra" / "web.tf").unlink()
    took = 0.0
    for number in range(6):
        for path, text in before.items():
            (folder / path).write_text(text)
        began = time.monotonic()
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if number:  # the first run shows how long there is to interrupt
            time.sleep(took * random.Random(number).uniform(0.3, 1))
            running.send_signal(getattr(signal, name))
        running.wait()
        took = took or time.monotonic() - began
        now = {path: text for path, text in texts(folder).items() if path in before}
        assert now.keys() == before.keys()
        assert all(text in (before[path], after[path]) for path, text in now.items())
        if name == "SIGINT":
            assert now in (before, after), "an interrupt waits for the last of the files"
            assert texts(folder).keys() == before.keys(), "and leaves nothing behind"
        for path in set(texts(folder)) - set(before):  # what a killed process leaves behind
            assert path.endswith(".cloudlint")
            (folder / path).unlink()


def test_what_the_baseline_knows_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", *ONLY, "infra/site.tf"]) == 0
    capsys.readouterr()
    code, out, _ = fix(capsys, *ONLY, "--unsafe")
    assert (code, out.splitlines()[-1]) == (0, "Fixed 1 finding in 1 file; 0 findings left.")
    assert (texts(folder)["infra/site.tf"], texts(folder)["infra/web.tf"]) == (OPEN, KEPT)
    fix(capsys, *ONLY, "--unsafe", "--no-baseline")
    assert texts(folder)["infra/site.tf"] == CLOSED


def test_a_problem_like_one_that_is_known_is_fixed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", *ONLY, "infra/site.tf"])
    other = OPEN.replace('"site"', '"other"')
    (folder / "infra" / "site.tf").write_text(OPEN + other)
    fix(capsys, *ONLY, "--unsafe")
    assert texts(folder)["infra/site.tf"] == OPEN + other.replace("public-read", "private")


def test_utf_16_is_fixed_and_stays_out_of_the_patch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "infra" / "site.tf").write_bytes(OPEN.encode("utf-16"))
    code, patch, err = fix(capsys, *ONLY, "--unsafe", "--diff")
    assert (code, "site.tf" in patch, "web.tf" in patch) == (1, False, True)
    assert "infra/site.tf: left out of the patch, because it is UTF-16" in err
    fix(capsys, *ONLY, "--unsafe")
    assert (folder / "infra" / "site.tf").read_bytes() == CLOSED.encode("utf-16")
