"""The plain reader of TOML takes nothing that the standard library refuses, and reads what it takes alike."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.toml_plain import Day, Toml, plain
from tests.conftest import ROOT

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

PLAIN = [
    "",
    "# nothing\n",
    "a = 1",
    'select = ["aws-*", \'CKV_AWS_20\']  # why\nfail-on = "high"\nrequire-reason = true\nmax-file-size = 1000\r\n',
    'exclude = [\n  # old\n  "a/", # and\n\n  "b/",\n]\n',
    'severities = { "aws-s3-*" = "low", x = "high" }\n',
    '[severities]\n"aws-s3-*" = "low"\n',
    '[[accept]]\nrule = "a"\nuntil = 2027-03-31\n\n[[accept]]\nrule = ["b"]\n',
    '[project]\nname = "x"\n\n[tool.cloudlint]\nignore = []\n[tool.other.deep]\nx = {}\n[tool]\ny = 0\n',
    "[[a.b]]\n[a.b.c]\nx = 1\n[[a.b]]\n",
    "until = 2024-02-29\n",
]
BEYOND = [
    # what the library reads, too
    'a = "x\\ny"\n',
    'a = """x"""\n',
    "a = 1.5\n",
    "a = 1_000\n",
    "a = -1\n",
    "a.b = 1\n",
    "a = 2027-03-31 10:00:00\n",
    # what it refuses
    "a = 1\na = 2\n",
    "[a]\n[a]\n",
    "a = {}\n[a.b]\n",
    "a = [{}]\n[[a]]\n",
    "a = []\n[[a]]\n",
    "[[a]]\n[a]\n",
    "[a]\n[[a]]\n",
    "a = {b = 1}\n[a]\n",
    "a = 2027-02-29\n",
    "a = 01\n",
    "a = \n",
    "a 1\n",
    "a = 1 b = 2\n",
    "a = [1 2]\n",
    "a = [1\n",
    "a = {b = 1,}\n",
    "a = {b = 1\n}\n",
    "a = 'x\n",
    "[a\n",
    "[]\n",
    "= 1\n",
    "a = 1\r",
    "a = '\x01'\n",
    "é = 1\n",
]
PIECES = [
    *("a", "b", '"c"', "'d.e'", ".", " = ", "=", "1", "0", "07", "true", "false", "2027-03-31", "2023-02-29", '"x"', "'y'"),
    *("[", "]", "[[", "]]", "{", "}", ", ", ",", "\n", "\n", "\n", " ", "\t", "# note", '"', "'", "\\", "é", "\r\n", "-", "_"),
]  # fmt: skip
LINES = [
    *("a = 1\n", "b = [1, 'x']\n", "c = { d = 1 }\n", "[a]\n", "[a.b]\n", "[[a]]\n", "[[a.b]]\n", "[c]\n", "[c.d]\n"),
    *("[[b]]\n", "d = [{}]\n", "[[d]]\n", '"a" = 2\n', "[b.x]\n", "until = 2027-03-31\n", "# x\n", "\n", "[a.b.c]\n"),
]


def alike(text: str) -> bool:
    """Is what is taken read as the library does?"""
    ours = plain(text)
    return ours is None or _dated(ours) == _dated(tomllib.loads(text))


def _dated(value: Toml) -> Toml:
    """Dates as the text that they are written as, and no two types that compare equal."""
    if isinstance(value, dict):
        return {key: _dated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item) for item in value]
    return (type(value).__name__, value) if isinstance(value, bool | int | str) else str(value)


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    assert plain(text) is not None
    assert alike(text)


@pytest.mark.parametrize("text", BEYOND)
def test_beyond(text: str) -> None:
    assert plain(text) is None


def test_a_day() -> None:
    assert plain("a = 2027-03-31") == {"a": Day("2027-03-31")}
    assert str(Day("2027-03-31")) == "2027-03-31"


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_pieces_of_toml(text: str) -> None:
    assert alike(text)


@given(st.lists(st.sampled_from(LINES), max_size=8).map("".join))
def test_lines_of_toml(text: str) -> None:
    assert alike(text)


def test_our_own_files() -> None:
    for file in ROOT.glob("*.toml"):
        assert alike(file.read_text(encoding="utf-8"))
