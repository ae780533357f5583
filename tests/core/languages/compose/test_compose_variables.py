"""Variables: what decides them, what does not, and where the parts of a text stand."""

from __future__ import annotations

import pytest

from cloudlint.document import Document
from cloudlint.languages.compose.environment import variables
from cloudlint.languages.compose.interpolation import interpolated
from cloudlint.resource import KNOWN, UNKNOWN, Value

SET = {"A": Value(KNOWN, "a"), "EMPTY": Value(KNOWN, ""), "LATER": Value(UNKNOWN)}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("plain", "plain"),
        ("$A", "a"),
        ("${A}", "a"),
        ("x-${A}-$A.y", "x-a-a.y"),
        ("$$A and $${A}", "$A and ${A}"),
        ("${A:-d}", "a"),
        ("${EMPTY:-d}", "d"),
        ("${EMPTY-d}", ""),
        ("${NONE:-d}", "d"),
        ("${NONE-d}", "d"),
        ("${NONE:-}", ""),
        ("${NONE:-${A}}", "a"),
        ("${NONE:-${NEITHER:-d}}", "d"),
        ("${NONE:-a:b/c-d}", "a:b/c-d"),
        ("${A:?must be set}", "a"),
        ("${A:+other}", "other"),
        ("${EMPTY:+other}", ""),
        ("${EMPTY+other}", "other"),
        ("${NONE}", None),  # the shell may set it
        ("$NONE", None),
        ("${NONE:?must be set}", None),
        ("${NONE:+other}", None),
        ("${NONE:-${NEITHER}}", None),
        ("${LATER:-d}", None),
        ("a ${", None),  # Compose refuses these
        ("a $ b", None),
        ("${A!}", None),
    ],
)
def test_a_text(text: str, result: str | None) -> None:
    assert interpolated(Value(KNOWN, text), SET).text == result


def test_an_unknown_text_keeps_what_is_known_of_it() -> None:
    value = interpolated(Value(KNOWN, "http://${HOST}/${A}"), SET)
    assert value.unknown
    assert [piece.data for piece in value.pieces] == ["http://", None, "/", "a"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("X=1", "1"),
        ("  X = 1  ", "1"),
        ("export X=1", "1"),
        ("X: 1", "1"),
        ("X=a b # why", "a b"),
        ("X=a#b", "a#b"),
        ("X='$A # b'", "$A # b"),
        ('X="a\\n\\"b\\" # c"', 'a\n"b" # c'),
        ("X=", ""),
        ("X=1\r\nY=2", "1"),
        ("Y=1\nX=${Y}2", "12"),
        ("Y=1\nX='${Y}'", "${Y}"),
        ("X=${NONE}", None),
        ("X=1\nX=2", "2"),
        ("# X=1", "unset"),
        ("nonsense", "unset"),
    ],
)
def test_a_file_of_variables(line: str, value: str | None) -> None:
    found = variables(Document("/repo/.env", line, "dotenv"))
    assert (found["X"].text if "X" in found else "unset") == value
