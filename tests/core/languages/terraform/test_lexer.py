"""Numbers, escapes and names."""

from __future__ import annotations

import pytest

from cloudlint.languages.terraform.lexer import Lexer, number, undouble, unescape


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("0", 0),
        ("007", 7),
        ("1.0", 1),
        ("1.50", 1.5),
        ("1e3", 1000),
        ("1.5e3", 1500),
        ("1E+2", 100),
        ("25e-1", 2.5),
        ("100e-2", 1),
        ("0.1", 0.1),
        ("1e23", 10**23),
        ("9" * 30, int("9" * 30)),
        ("1e400", 10**400),
        ("1e401", None),
        ("1e-401", None),
        ("1" * 401, None),
        ("1e" + "9" * 100, None),
    ],
)
def test_a_whole_number_is_an_int_and_one_beyond_measure_is_none(digits: str, value: int | float | None) -> None:
    found = number(digits)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("raw", "value", "problems"),
    [
        (r"a\n\r\t\"\\b", 'a\n\r\t"\\b', 0),
        (r"\u00e9\U0001F600", "é😀", 0),
        ("$${a} %%{b} $$${c} $ % $$ %%", "${a} %{b} $${c} $ % $$ %%", 0),
        (r"\q", r"\q", 1),
        (r"\u12", r"\u12", 1),
        (r"\ud800", r"\ud800", 1),
        (r"\U00110000", r"\U00110000", 1),
        (r"\\n", r"\n", 0),
    ],
)
def test_escapes_are_decoded_and_wrong_ones_stay(raw: str, value: str, problems: int) -> None:
    lexer = Lexer(raw)
    assert unescape(raw, 0, lexer) == value
    assert len(lexer.problems) == problems


def test_a_heredoc_knows_only_doubled_signs() -> None:
    assert undouble(r"$${a} %%{b} \n $b") == r"${a} %{b} \n $b"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a-b_1 x", "a-b_1"),
        ("-a", ""),
        ("1a", ""),
        ("größe=", "größe"),
        ("कि.x", "कि"),
        ("a²", "a"),
        ("\u00a0", ""),
        ("_", "_"),
    ],
)
def test_a_name_ends_where_unicode_says(text: str, name: str) -> None:
    assert Lexer(text).word(0) == name


def test_comments_are_noted_once_without_their_line_end() -> None:
    text = "# a\r\n/* b\n */ // c"
    lexer = Lexer(text)
    assert lexer.skip(0, True) == lexer.skip(0, True) == len(text) + 1
    assert [text[start:end] for start, end in lexer.comments] == ["# a", "/* b\n */", "// c"]
