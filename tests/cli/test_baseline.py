"""Baselines and `--new-since`: what is known stays quiet, what is new is said, whatever moves."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cloudlint.cli import main

RULE = "aws-s3-bucket-public-acl"
OPEN = 'resource "aws_s3_bucket_acl" "{}" {{\n  acl = "public-read"\n}}\n'
MADE = "# cloudlint baseline 1: findings that are known and not yet mended; written by `cloudlint baseline`\n"


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *arguments), cwd=root, check=True, capture_output=True)


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "a change")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty git repository as working directory."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git(tmp_path, "init", "-q")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], command: str, *arguments: str) -> tuple[int, str, str]:
    code = main([command, "--select", RULE, *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def places(out: str) -> list[str]:
    return re.findall(r"^ *--> (\S+?:\d+)", out, re.MULTILINE)


ONE = {"main.tf": OPEN.format("a")}
LATER = [
    # what the files become, what is then new
    pytest.param({"main.tf": "# a\n\n\n" + OPEN.format("a")}, [], id="lines moved"),
    pytest.param({"main.tf": 'resource   "aws_s3_bucket_acl" "a" {\n\n  acl="public-read" # so\n}\n'}, [], id="reformatted"),
    pytest.param({"main.tf": OPEN.format("b")}, ["main.tf:2"], id="fixed here, new there"),
    pytest.param({"main.tf": OPEN.format("a").replace("public-read", "private"), "b.tf": OPEN.format("a2")}, ["b.tf:2"], id="fixed in one file, new in another"),
    pytest.param({"main.tf": OPEN.format("a").replace("public-read", "private"), "b/main.tf": OPEN.format("a")}, ["b/main.tf:2"], id="fixed in one module, the same new in another"),
    pytest.param({"main.tf": "", "acl.tf": OPEN.format("a")}, [], id="moved to another file of its module"),
    pytest.param({"main.tf": "", "b/acl.tf": OPEN.format("a")}, ["b/acl.tf:2"], id="moved to another module"),
    pytest.param({"main.tf": "", "Dockerfile": "FROM alpine:3.20\n", "acl.tf": OPEN.format("b")}, ["acl.tf:2"], id="gone, and another in another file"),
    pytest.param({"main.tf": OPEN.format("a") + OPEN.format("b")}, ["main.tf:5"], id="a second one like it"),
    pytest.param({"main.tf": OPEN.format("a").replace("public-read", "public-read-write")}, ["main.tf:2"], id="worse than it was"),
    pytest.param({"main.tf": OPEN.format("b") + "moved {\n  from = aws_s3_bucket_acl.a\n  to   = aws_s3_bucket_acl.b\n}\n"}, [], id="moved"),
    pytest.param({"main.tf": OPEN.format("c") + "moved {\n  from = aws_s3_bucket_acl.a\n  to = aws_s3_bucket_acl.b\n}\nmoved {\n  from = aws_s3_bucket_acl.b\n  to = aws_s3_bucket_acl.c\n}\n"}, [], id="moved twice"),
    pytest.param({"main.tf": OPEN.format("a").replace("{\n", "{\n  count = 2\n", 1)}, [], id="counted"),
    pytest.param({"main.tf": OPEN.format("a") + "resource {{{\n"}, ["main.tf:4", "main.tf:4"], id="what was not judged is never known"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "new"), LATER)
def test_what_is_new(repo: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], new: list[str]) -> None:
    write(repo, ONE)
    assert run(capsys, "baseline")[0] == 0
    assert run(capsys, "check")[0] == 0
    write(repo, files)
    code, out, _ = run(capsys, "check")
    assert set(places(out)) == set(new)
    assert code == bool(new)


def test_the_file_is_a_sorted_line_a_finding(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"b.tf": OPEN.format("b"), "a.tf": OPEN.format("y") + OPEN.format("x")})
    assert run(capsys, "baseline")[1] == ".cloudlint-baseline: 3 known, 3 added, 0 mended and taken out\n"
    first = (repo / ".cloudlint-baseline").read_text()
    assert first.startswith(MADE)
    assert [line.split("\t")[:3] for line in first.removeprefix(MADE).splitlines()] == [
        ["a.tf", RULE, "aws_s3_bucket_acl.x"],
        ["a.tf", RULE, "aws_s3_bucket_acl.y"],
        ["b.tf", RULE, "aws_s3_bucket_acl.b"],
    ]
    run(capsys, "baseline")
    assert (repo / ".cloudlint-baseline").read_text() == first


def test_the_ratchet(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"a.tf": OPEN.format("a"), "b.tf": OPEN.format("b")})
    run(capsys, "baseline")
    write(repo, {"a.tf": "", "c.tf": OPEN.format("c")})
    code, out, err = run(capsys, "check")
    assert (code, places(out)) == (1, ["c.tf:2"])
    assert "1 line of the baseline is mended; `cloudlint baseline --prune` takes them out" in err
    assert "1 line" not in run(capsys, "check", "b.tf")[2], "a.tf was not judged"
    assert run(capsys, "baseline", "--prune")[1].endswith("1 known, 0 added, 1 mended and taken out\n")
    write(repo, {"a.tf": OPEN.format("a")})
    assert places(run(capsys, "check")[1]) == ["a.tf:2", "c.tf:2"], "what was mended is new when it comes back"


def test_pruning_some_files_leaves_the_others(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"a/a.tf": OPEN.format("a"), "b/b.tf": OPEN.format("b")})
    run(capsys, "baseline")
    write(repo, {"a/a.tf": "", "b/b.tf": ""})
    assert run(capsys, "baseline", "--prune", "a")[1].endswith("1 known, 0 added, 1 mended and taken out\n")


def test_renamed_files_that_git_knows(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"old.tf": OPEN.format("a") + OPEN.format("b")})
    run(capsys, "baseline")
    commit(repo)
    git(repo, "mv", "old.tf", "new.tf")
    assert places(run(capsys, "check")[1]) == []
    commit(repo)
    assert places(run(capsys, "check")[1]) == []
    run(capsys, "baseline", "--prune")
    assert "old.tf" not in (repo / ".cloudlint-baseline").read_text()
    assert places(run(capsys, "check")[1]) == []


def test_choosing_the_baseline(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, ONE)
    (repo / "known").mkdir()
    run(capsys, "baseline", "--baseline", "known/one")
    assert run(capsys, "check")[0] == 1
    assert run(capsys, "check", "--baseline", "known/one")[0] == 0
    write(repo, {"cloudlint.toml": 'baseline = "known/one"\n'})
    assert run(capsys, "check")[0] == 0
    assert run(capsys, "check", "--no-baseline")[0] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<<<<<<< HEAD\n", ".cloudlint-baseline:1: a merge conflict"),
        ("# x\na\tb\n", ".cloudlint-baseline:2: path, rule, resource and evidence are expected"),
    ],
)
def test_a_broken_baseline(repo: Path, capsys: pytest.CaptureFixture[str], text: str, words: str) -> None:
    write(repo, {**ONE, ".cloudlint-baseline": text})
    code, _, err = run(capsys, "check")
    assert code == 2
    assert words in err


# -------------------------------------------------------------------------- new since

MODULE = 'variable "acl" {\n  default = "private"\n}\nresource "aws_s3_bucket_acl" "this" {\n  acl = var.acl\n}\n'
CALL = 'module "m" {\n  source = "./m"\n}\n'
HARD = 'variable "open" {\n  default = false\n}\nresource "aws_s3_bucket_acl" "this" {\n  count = var.open ? 1 : 0\n  acl = "public-read"\n}\n'  # fmt: skip
Change = Callable[[Path], None]


def since(repo: Path, capsys: pytest.CaptureFixture[str], *paths: str) -> list[str]:
    code, out, err = run(capsys, "check", "--new-since", "HEAD", *paths)
    assert err == ""
    assert code == bool(places(out))
    return places(out)


def test_only_what_a_change_brings(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, ONE)
    commit(repo)
    assert since(repo, capsys) == []
    write(repo, {"main.tf": "\n" + OPEN.format("a") + OPEN.format("b")})
    assert since(repo, capsys) == ["main.tf:6"]
    git(repo, "add", "-A")
    assert since(repo, capsys) == ["main.tf:6"], "staged is changed, too"
    write(repo, {"new.tf": OPEN.format("c")})
    assert since(repo, capsys, "new.tf") == ["new.tf:2"], "not even known to git yet"
    commit(repo)
    assert since(repo, capsys) == []


def test_a_root_module_makes_an_untouched_module_bad(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"main.tf": CALL, "m/main.tf": HARD, "other/main.tf": OPEN.format("old")})
    commit(repo)
    assert since(repo, capsys) == []
    write(repo, {"main.tf": CALL.replace('"./m"', '"./m"\n  open   = true')})
    assert since(repo, capsys) == ["m/main.tf:6"]


def test_files_that_were_renamed_or_removed(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"old.tf": OPEN.format("a"), "gone.tf": OPEN.format("g"), "sub/x.tf": MODULE})
    commit(repo)
    git(repo, "mv", "old.tf", "new.tf")
    (repo / "gone.tf").unlink()
    assert since(repo, capsys) == []
    assert since(repo, capsys, "new.tf") == []
    write(repo, {"new.tf": OPEN.format("a") + OPEN.format("b")})
    assert since(repo, capsys, "new.tf") == ["new.tf:5"]


def test_an_ignore_that_is_taken_away_brings_the_finding_back(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, {"main.tf": f"# cloudlint: ignore[{RULE}] why\n" + OPEN.format("a")})
    commit(repo)
    write(repo, ONE)
    assert since(repo, capsys) == ["main.tf:2"]


def test_what_the_other_branch_has_mended_meanwhile_is_not_brought(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Compared is with where the branches parted, not with what has happened to the other since."""
    write(repo, ONE)
    commit(repo)
    git(repo, "branch", "other")
    write(repo, {"new.tf": OPEN.format("c")})
    commit(repo)
    git(repo, "checkout", "-q", "other")
    write(repo, {"main.tf": OPEN.format("a").replace("public-read", "private")})
    commit(repo)
    git(repo, "checkout", "-q", "-")
    assert places(run(capsys, "check", "--new-since", "other")[1]) == ["new.tf:2"]


def test_histories_that_have_nothing_in_common(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As in a shallow clone: compared is with the revision itself."""
    write(repo, ONE)
    commit(repo)
    git(repo, "tag", "first")
    git(repo, "checkout", "-q", "--orphan", "other")
    write(repo, {"main.tf": OPEN.format("a") + OPEN.format("b")})
    commit(repo)
    assert places(run(capsys, "check", "--new-since", "first")[1]) == ["main.tf:5"]


def test_a_revision_that_is_not_there(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repo, ONE)
    commit(repo)
    code, _, err = run(capsys, "check", "--new-since", "nowhere")
    assert code == 2
    assert "`--new-since nowhere`" in err
