"""Positions, changes, paths: what stands between the core's offsets and the protocol's."""

from __future__ import annotations

import pytest
from lsprotocol import types

from cloudlint_lsp.convert import Positions, edited, path_of, uri_of

TEXT = "a😀b\tc\r\né💣\rx\n\n"


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-32", [(0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]),
        ("utf-16", [(0, 0), (0, 1), (0, 3), (0, 4), (0, 5), (0, 6)]),
        ("utf-8", [(0, 0), (0, 1), (0, 5), (0, 6), (0, 7), (0, 8)]),
    ],
)
def test_columns(encoding: str, expected: list[tuple[int, int]]) -> None:
    positions = Positions(TEXT, encoding)
    for offset, (line, character) in enumerate(expected):
        assert positions.position(offset) == types.Position(line, character)
        assert positions.offset(types.Position(line, character)) == offset


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [TEXT, "", "\n", "\ufeffa😀\n", "no end", "\x0c\u2028one line\n"])
def test_there_and_back(encoding: str, text: str) -> None:
    positions = Positions(text, encoding)
    content = text.removeprefix("\ufeff")
    for offset in range(len(content) + 1):
        if content[offset - 1 : offset + 1] != "\r\n" or not offset:
            assert positions.offset(positions.position(offset)) == offset


@pytest.mark.parametrize(
    ("text", "line", "character", "offset"),
    [
        ("ab\r\ncd", 0, 99, 2),  # before the line end
        ("ab\ncd", 9, 0, 5),  # the end of the text
        ("a😀b", 0, 2, 1),  # inside a surrogate pair: before it
        ("a\rb", 1, 0, 2),  # a lone CR ends a line
        ("\ufeffab", 0, 2, 1),  # the byte order mark is a column to the client, nothing to the core
    ],
)
def test_places_that_are_not_there(text: str, line: int, character: int, offset: int) -> None:
    assert Positions(text, "utf-16").offset(types.Position(line, character)) == offset


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_byte_order_mark_moves_the_first_line_only(encoding: str) -> None:
    width = 3 if encoding == "utf-8" else 1
    positions = Positions("\ufeffab\ncd", encoding)
    assert positions.position(0) == types.Position(0, width)
    assert positions.position(3) == types.Position(1, 0)


def test_changes_apply_one_after_the_other() -> None:
    def change(start: tuple[int, int], end: tuple[int, int], text: str) -> types.TextDocumentContentChangePartial:
        return types.TextDocumentContentChangePartial(types.Range(types.Position(*start), types.Position(*end)), text)

    changes = [change((0, 3), (0, 4), "B"), change((0, 0), (0, 0), "\n"), change((1, 1), (1, 3), "")]
    assert edited("a😀b\n", changes, "utf-16") == "\naB\n"
    assert edited("x", [types.TextDocumentContentChangeWholeDocument("y")], "utf-16") == "y"


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///work/a%20b/main.tf", "/work/a b/main.tf"),
        ("file:///c%3A/work/main.tf", "C:/work/main.tf"),
        ("file://server/share/main.tf", "//server/share/main.tf"),
        ("file:///work/%F0%9F%98%80.tf", "/work/😀.tf"),
    ],
)
def test_uris(uri: str, path: str) -> None:
    assert path_of(uri) == path
    assert path_of(uri_of(path)) == path


def test_a_buffer_without_file_is_alone_in_its_folder() -> None:
    one, other = path_of("untitled:Untitled-1"), path_of("untitled:Untitled-2")
    assert one.rpartition("/")[0] != other.rpartition("/")[0]
    assert uri_of(one) == "untitled:Untitled-1"
