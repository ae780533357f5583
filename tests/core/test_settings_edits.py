"""Settings files with one entry more: all else stays as it stands."""

from __future__ import annotations

import pytest

from cloudlint.config import Accept
from cloudlint.settings_edits import Insertion, with_accept, with_ignored


def inserted(text: str, made: Insertion | None) -> str | None:
    return None if made is None else text[: made.at] + made.text + text[made.at :]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("cloudlint.toml", "", 'ignore = ["new"]\n'),
        ("cloudlint.toml", 'ignore = ["old"] # ours\n', 'ignore = ["old", "new"] # ours\n'),
        ("cloudlint.toml", "ignore = []\n", 'ignore = ["new"]\n'),
        ("cloudlint.toml", 'ignore = [\n    "a[b]",\n]\n', 'ignore = [\n    "a[b]",\n    "new",\n]\n'),
        ("cloudlint.toml", 'ignore = [\n  "old" # why\n]\n', None),
        ("cloudlint.toml", "# why\nseverity = 'low'\n", "ignore = [\"new\"]\n# why\nseverity = 'low'\n"),
        ("cloudlint.toml", "# the file\n\n[[accept]]\n", '# the file\n\nignore = ["new"]\n[[accept]]\n'),
        (
            "cloudlint.toml",
            '[[override]]\nignore = ["a"]\npaths = ["x"]\n',
            'ignore = ["new"]\n[[override]]\nignore = ["a"]\npaths = ["x"]\n',
        ),
        ("cloudlint.toml", 'ignore = ["new"]\n', None),
        ("cloudlint.toml", "ignore = [\n", None),
        ("pyproject.toml", "[project]\nname = 'x'", "[project]\nname = 'x'\n\n[tool.cloudlint]\nignore = [\"new\"]\n"),
        (
            "pyproject.toml",
            '[tool.ruff]\nignore = ["E1"]\n[tool.cloudlint] # ours\nseverity = "low"\n',
            '[tool.ruff]\nignore = ["E1"]\n[tool.cloudlint] # ours\nignore = ["new"]\nseverity = "low"\n',
        ),
        (
            "pyproject.toml",
            '[tool.ruff]\nignore = ["E1"]\n[tool.cloudlint]\nignore = ["a"]\n',
            '[tool.ruff]\nignore = ["E1"]\n[tool.cloudlint]\nignore = ["a", "new"]\n',
        ),
    ],
)
def test_a_rule_is_ignored(name: str, text: str, expected: str | None) -> None:
    assert inserted(text, with_ignored(name, text, "new")) == expected


ACCEPT = Accept(("a-rule",), ("/m[1].tf",), ('module.m["x"].aws_y.z',))
WRITTEN = 'rule = ["a-rule"]\npaths = ["/m[1].tf"]\nresources = ["module.m[\\"x\\"].aws_y.z"]\nreason = ""\n'


@pytest.mark.parametrize(
    ("name", "text", "before"),
    [
        ("cloudlint.toml", "", "[[accept]]\n"),
        ("cloudlint.toml", "severity = 'low'", "\n\n[[accept]]\n"),
        ("cloudlint.toml", "[[accept]]\nrule = 'x'\n", "\n[[accept]]\n"),
        ("pyproject.toml", "[project]\n", "\n[[tool.cloudlint.accept]]\n"),
    ],
)
def test_a_finding_is_accepted(name: str, text: str, before: str) -> None:
    made = with_accept(name, text, ACCEPT)
    assert made is not None
    assert inserted(text, made) == text + before + WRITTEN
    assert made.text[: made.reason].endswith('reason = "')


def test_what_cannot_take_an_entry_is_left_alone() -> None:
    assert with_accept("cloudlint.toml", "accept = []\n", ACCEPT) is None
