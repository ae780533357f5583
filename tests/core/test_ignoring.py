from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from cloudlint.ignoring import ignored, parse

STARS = "a*" * 30 + "b"
IGNORED = [
    # pattern file, path (a trailing slash marks a folder), left out?
    ("*.tfstate", "prod.tfstate", True),
    ("*.tfstate", "deep/down/prod.tfstate", True),
    ("*.tfstate", "prod.tfstate.backup", False),
    ("build", "build/", True),
    ("build", "a/build", True),
    ("build/", "build/", True),
    ("build/", "build", False),
    ("build/", "a/build/", True),
    ("/build", "build", True),
    ("/build", "a/build", False),
    ("a/build", "a/build", True),
    ("a/build", "b/a/build", False),
    ("**/build", "b/a/build", True),
    ("**/a/build", "b/a/build", True),
    ("a/**", "a/b/c", True),
    ("a/**", "a/", False),
    ("a/**/z", "a/z", True),
    ("a/**/z", "a/b/c/z", True),
    ("a/*/z", "a/b/c/z", False),
    ("*.tf\n!main.tf", "main.tf", False),
    ("*.tf\n!main.tf", "other.tf", True),
    ("!main.tf\n*.tf", "main.tf", True),
    ("# note", "# note", False),
    ("\\#note", "#note", True),
    ("\\!note", "!note", True),
    ("trailing   ", "trailing", True),
    ("kept\\ ", "kept ", True),
    ("a?c", "abc", True),
    ("a?c", "a/c", False),
    ("[a-c].tf", "b.tf", True),
    ("[!a-c].tf", "b.tf", False),
    ("[^a-c].tf", "d.tf", True),
    ("[[:digit:]].tf", "7.tf", True),
    ("[", "[", False),
    ("*", "anything/", True),
    ("a.tf\r", "a.tf", True),
    ("foo.*", "foo.tf", True),
    ("a+b(c).tf", "a+b(c).tf", True),
    ("a*b*c", "aXbYc", True),
    ("a*b*c", "abcbXc", True),
    ("a*b*c", "acb", False),
    ("**/a/**/b/**/c", "x/a/y/b/z/c", True),
    ("**/a/**/b/**/c", "x/b/y/a/z/c", False),
    # No pattern makes us try all ways to divide a path among its stars.
    (STARS, "a" * 200 + "b", True),
    (STARS, "a" * 200, False),
    ("**/a/" * 30 + "b", "a/" * 100 + "b", True),
    ("**/a/" * 30 + "b", "a/" * 100, False),
]


@pytest.mark.parametrize(("patterns", "path", "wanted"), IGNORED)
def test_patterns(patterns: str, path: str, wanted: bool) -> None:
    stack = (parse("/repo", patterns),)
    assert ignored(stack, "/repo/" + path.rstrip("/"), path.endswith("/")) is wanted


def test_the_nearest_file_decides() -> None:
    stack = (parse("/repo", "*.tf"), parse("/repo/keep", "!*.tf"))
    assert not ignored(stack, "/repo/keep/a.tf", False)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is the judge here")
def test_agrees_with_git(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    chance = random.Random(7)
    pieces = ["a", "b", "ab", "*", "**", "?", "[ab]", "[!a]", "a*", "*b", "\\a", "a.b", "*.b", "**a", "*a*b*", "a*a*a"]
    paths = [
        "/".join(chance.choice(["a", "b", "ab", "ba", "a.b", "aab"]) for _ in range(chance.randint(1, 4)))
        for _ in range(60)
    ]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    for _ in range(80):
        patterns = "\n".join(_pattern(chance, pieces) for _ in range(chance.randint(1, 4)))
        (tmp_path / ".gitignore").write_text(patterns)
        answer = subprocess.run(
            ["git", "-C", tmp_path, "check-ignore", "--stdin", "--no-index"],
            input="\n".join(paths), capture_output=True, text=True, env=environment, check=False,
        ).stdout.splitlines()  # fmt: skip
        ours = [path for path in paths if _left_out(patterns, path)]
        assert ours == answer, patterns


def _pattern(chance: random.Random, pieces: list[str]) -> str:
    body = "/".join(chance.choice(pieces) for _ in range(chance.randint(1, 3)))
    return chance.choice(["", "", "", "!"]) + chance.choice(["", "", "/"]) + body + chance.choice(["", "", "/"])


def _left_out(patterns: str, path: str) -> bool:
    """A path is left out where it, or a folder above it, is: the walk never enters such a folder."""
    stack = (parse("/repo", patterns),)
    parts = path.split("/")
    return any(
        ignored(stack, "/repo/" + "/".join(parts[: n + 1]), is_folder=n < len(parts) - 1) for n in range(len(parts))
    )
