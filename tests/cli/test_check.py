from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from json import loads
from pathlib import Path

import pytest

from cloudlint.cli import main

OPEN = 'resource "aws_s3_bucket_acl" "site" {\n  acl = "public-read"\n}\n'
CLOSED = OPEN.replace("public-read", "private")
ONLY = ("--select", "aws-s3-bucket-public-acl")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one open bucket, as working directory."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "infra").mkdir()
    (tmp_path / "infra" / "site.tf").write_text(OPEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = main(["check", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


EXIT_CODES = [
    # arguments, exit code, words on standard output, words on standard error
    ((), 1, "infra/site.tf:2:9", ""),
    (("infra/site.tf",), 1, "1 finding: 1 high", ""),
    (("--select", "AWS-S3-*,syntax-error"), 1, "aws-s3-bucket-public-acl", ""),
    (("--select", "ckv_aws_20"), 1, "aws-s3-bucket-public-acl", ""),
    (("--select", "all"), 1, "aws-s3-bucket-public-acl", ""),
    (("--ignore", "all"), 0, "No findings.", ""),
    ((*ONLY, "--ignore", "CKV_AWS_20"), 0, "No findings.", ""),
    ((*ONLY, "--severity", "critical"), 0, "No findings.", ""),
    ((*ONLY, "--severity", "HIGH"), 1, "1 finding", ""),
    ((*ONLY, "--fail-on", "critical"), 0, "1 finding", ""),
    ((*ONLY, "--exit-zero"), 0, "1 finding", ""),
    (("--max-file-size", "10"), 1, "not-analysed", ""),
    (("missing.tf",), 2, "", "error: `missing.tf`: no such file or folder"),
    (("--select", "aws-s3-bucket-pulic-acl"), 2, "", "did you mean `aws-s3-bucket-public-acl`"),
    (("--ignore", "CKV_AWS_99999"), 1, "", "warning: --ignore: `CKV_AWS_99999` names no rule"),
    (("--severity", "awful"), 2, "", "invalid choice: 'awful'"),
    (("--max-file-size", "0"), 2, "", "`0` is not a number of bytes above zero"),
    (("--no-such-option",), 2, "", "unrecognized arguments"),
    (("--config", "missing.toml"), 2, "", "error: missing.toml: no such file or directory"),
    (("--config", "a", "--no-config"), 2, "", "exclude each other"),
    (("--var-file", "missing.tfvars"), 2, "", "missing.tfvars`: no such file or directory"),
    (("--stdin-filename", "a.tf"), 2, "", "`--stdin-filename` goes with `-`"),
    (("-", "--stdin-filename", "a.txt"), 2, "", "`a.txt` is in no format that cloudlint reads"),
]


@pytest.mark.parametrize(("arguments", "code", "said", "complained"), EXIT_CODES)
def test_exit_codes(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, said: str, complained: str
) -> None:
    got, out, err = check(capsys, *arguments)
    assert (got, said in out, complained in err) == (code, True, True), out + err
    assert "Traceback" not in err


def test_paths_are_seen_from_the_working_directory(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "infra")
    assert " --> site.tf:2:9" in check(capsys, *ONLY)[1]
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    report = loads(check(capsys, "../infra", "--format", "json", *ONLY)[1])
    assert report["findings"][0]["path"] == "../infra/site.tf"


@pytest.mark.parametrize("name", ["cloudlint.toml", "pyproject.toml"])
def test_settings(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    header = "[tool.cloudlint]\n" if name == "pyproject.toml" else ""
    (folder / name).write_text(header + 'ignore = ["CKV_AWS_20"]\n')
    monkeypatch.chdir(folder / "infra")
    assert check(capsys, *ONLY)[0] == 0
    assert check(capsys, *ONLY, "--no-config")[0] == 1
    (folder / name).write_text(header + "ignor = []\n")
    code, _, err = check(capsys)
    assert code == 2
    assert err == f"error: ../{name}:{2 if header else 1}: unknown setting `ignor`; did you mean `ignore`?\n"
    (folder / name).write_text(header + 'select = ["aws-s3-nothing"]\n')
    assert f"`select` in ../{name}: `aws-s3-nothing` names no rule" in check(capsys)[2]


def test_standard_input(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(text: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))

    typed(OPEN.encode())
    assert " --> -:2:9" in check(capsys, "-", *ONLY)[1]
    typed(CLOSED.encode())
    assert check(capsys, "-", "--stdin-filename", "infra/site.tf", *ONLY)[0] == 0, "the buffer wins over the disk"
    typed(b"# caf\xe9")
    assert check(capsys, "-") == (2, "", "error: standard input is not UTF-8 text\n")


def test_a_file_of_another_format_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "README.md").write_text("")
    code, _, err = check(capsys, "README.md")
    assert (code, err) == (0, "warning: `README.md` is in no format that cloudlint reads\n")


def test_ignored_files_are_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".gitignore").write_text("infra/\n")
    assert check(capsys)[0] == 0
    assert check(capsys, "infra")[0] == 1, "what is named is meant"


def test_no_traceback_reaches_a_user(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cloudlint.cli import check as module

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault\nof ours")

    monkeypatch.setattr(module, "run", broken)
    code, out, err = check(capsys)
    assert (code, out) == (2, "")
    assert err.startswith("error: ZeroDivisionError: a fault of ours\n")
    assert "CLOUDLINT_DEBUG=1" in err
    monkeypatch.setenv("CLOUDLINT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check"])


def test_an_interrupt_is_no_fault(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cloudlint.cli import check as module

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "run", interrupted)
    assert check(capsys) == (130, "", "interrupted\n")


# ------------------------------------------------------------ the real program

PROGRAM = [sys.executable, "-m", "cloudlint"]


def program(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, check=False, env={**os.environ, **more})


def test_the_program(folder: Path) -> None:
    done = program("check", *ONLY)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\x1b" not in done.stdout, "no colour where nobody looks"
    assert program("--version").stdout.startswith(b"cloudlint ")
    assert program().returncode == 2
    assert b"did you mean `cloudlint check infra`?" in program("infra").stderr
    assert b"did you mean `cloudlint rules`?" in program("rule").stderr


def test_a_terminal_without_the_characters(folder: Path) -> None:
    (folder / "infra" / "site.tf").write_text(OPEN.replace("\n}", " # caf\u00e9 \u65e5\u672c\n}"), encoding="utf-8")
    done = program("check", *ONLY, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert b"caf\\xe9" in done.stdout
    raw = program("check", *ONLY, "--format", "json", PYTHONIOENCODING="ascii").stdout
    assert loads(raw.decode("utf-8"))["version"] == 1


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes as POSIX has them")
def test_a_reader_that_goes_away(folder: Path) -> None:
    for n in range(300):
        (folder / "infra" / f"{n}.tf").write_text(OPEN.replace("site", f"site{n}"))
    with subprocess.Popen([*PROGRAM, "check", *ONLY], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1, "the verdict stands, whoever read it"


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes as POSIX has them")
def test_a_real_interrupt(folder: Path) -> None:
    with subprocess.Popen([*PROGRAM, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(1.5)  # it waits for standard input
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b"interrupted\n"
    assert running.returncode == 130


@pytest.mark.skipif(shutil.which("script") is None, reason="needs `script` to make a terminal")
@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_only_on_a_terminal(folder: Path, more: dict[str, str], coloured: bool) -> None:
    environment = {"TERM": "xterm", **{key: value for key, value in os.environ.items() if key != "NO_COLOR"}, **more}
    line = " ".join([*PROGRAM, "check", *ONLY])
    shown = subprocess.run(
        ["script", "-qec", line, "/dev/null"], capture_output=True, text=True, check=False, env=environment
    ).stdout
    assert ("\x1b[" in shown) is coloured
    assert "public-read" in re.sub(r"\x1b\[[\d;]*m", "", shown)
