from __future__ import annotations

import pytest

from cloudlint.document import Document
from cloudlint.report.source import clean, columns, excerpt

UNDERLINED = [
    # text with the span between « and », the line shown, the marks below it
    ("acl = «public»", "acl = public", "      ^^^^^^"),
    ("\tacl = «public»", "    acl = public", "          ^^^^^^"),
    ("a\t= «x»", "a   = x", "      ^"),
    ("a = «\tx»", "a =     x", "    ^^^^^"),
    ("\u65e5\u672c = «x»", "\u65e5\u672c = x", "       ^"),
    ("a = «\u65e5\u672c»", "a = \u65e5\u672c", "    ^^^^"),
    ("a = \"\U0001f600\" # «x»", 'a = "\U0001f600" # x', "           ^"),
    ("e\u0301 = «x»", "e\u0301 = x", "    ^"),
    ("a = «»", "a =", "    ^"),
    ("one {\n  a = «<<EOT\nx\nEOT\n»}", "  a = <<EOT", "      ^^^^^"),
    ("a = «x»  \r\nb", "a = x", "    ^"),
    ("a = «\x1b[31mx»", "a = \u241b[31mx", "    ^^^^^^"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "line", "marks"), UNDERLINED)
def test_excerpt(marked: str, line: str, marks: str) -> None:
    start = marked.index("«")
    end = marked.index("»") - 1
    document = Document("/a.tf", marked.replace("«", "").replace("»", ""), "terraform")
    _, text, before, under = excerpt(document, document.span(start, end))
    assert (text, " " * before + "^" * under) == (line, marks)


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "a" * 500 + "BAD" + "c" * 500
    document = Document("/a.tf", text, "terraform")
    _, shown, before, marked = excerpt(document, document.span(500, 503), 80)
    assert shown[before : before + marked] == "BAD"
    assert shown.startswith("...a")
    assert shown.endswith("c...")
    assert columns(shown) <= 86


def test_a_span_longer_than_the_window() -> None:
    document = Document("/a.tf", "x" * 1000, "terraform")
    _, shown, before, marked = excerpt(document, document.span(0, 1000), 80)
    assert (before, marked) == (0, 80)
    assert shown == "x" * 80 + "..."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain \u65e5\u672c", "plain \u65e5\u672c"),
        ("\x1b]0;title\x07", "\u241b]0;title\u2407"),
        ("user\u202e// safe", "user\ufffd// safe"),
        ("line\nbreak", "line\u240abreak"),
        ("\x7f\x9b31m", "\ufffd\ufffd31m"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown
