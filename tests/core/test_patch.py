"""Patches: what `git apply` makes of them is the new text, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cloudlint.patch import diff

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="needs git")


def git_applies(folder: Path, path: str, old: str, new: str) -> bytes:
    """The bytes of the file after git has applied the patch."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(old.encode())
    patch = diff(path, old, new)
    run = subprocess.run(
        [str(GIT), "apply", "--whitespace=nowarn", "-"], cwd=folder, input=patch.encode(), capture_output=True
    )
    assert run.returncode == 0, (run.stderr.decode(), patch)
    return target.read_bytes()


def test_how_a_patch_looks() -> None:
    old = "".join(f"line {number}\n" for number in range(9))
    assert diff("a/main.tf", old, old.replace("line 4", "other")) == (
        "--- a/a/main.tf\n+++ b/a/main.tf\n@@ -2,7 +2,7 @@\n"
        " line 1\n line 2\n line 3\n-line 4\n+other\n line 5\n line 6\n line 7\n"
    )
    assert diff("main.tf", old, old) == ""


@needs_git
def test_git_applies_it(tmp_path: Path) -> None:
    cases = [
        ("change", "a\nb\nc\n", "a\nB\nc\n"),
        ("no newline at the end", "a\nb", "a\nB"),
        ("newline added at the end", "a\nb", "a\nb\n"),
        ("newline removed at the end", "a\nb\n", "a\nb"),
        ("crlf", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
        ("line inserted at the start", "a\n", "new\na\n"),
        ("from empty", "", "a\n"),
        ("to empty", "a\nb\n", ""),
        ("form feed and lone CR in a line", "a\fb\nc\rd\n", "a\fb\nc\re\n"),
        ("two hunks", "x\n" + "m\n" * 20 + "y\n", "X\n" + "m\n" * 20 + "Y\n"),
        ("unicode", "é 漢\u2028字\n", "é\n"),
    ]
    for number, (name, old, new) in enumerate(cases):
        assert git_applies(tmp_path, f"{number}.tf", old, new) == new.encode(), name


@needs_git
def test_paths_that_git_quotes(tmp_path: Path) -> None:
    for path in ("a b/main.tf", "é/main.tf", 'quote"d.tf'):
        assert git_applies(tmp_path, path, "a\n", "b\n") == b"b\n", path


lines = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "\\ No newline\n"]), max_size=12).map("".join)
texts = st.builds(lambda body, end: body + end, lines, st.sampled_from(["", "end", "end\n"]))


@needs_git
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, texts)
def test_any_two_texts(tmp_path: Path, old: str, new: str) -> None:
    if old != new:
        assert git_applies(tmp_path, "x.tf", old, new) == new.encode()
