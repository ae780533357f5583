"""Parsing HCL's native syntax into the tree of `syntax`, whatever state the text is in.

Well-formed text is read in one pass, most lines by a single match. Damage costs the attribute or block it stands in:
`recovery` says where to go on. Only where the file ends inside a block, that block is read once more believing its
layout: then a line indented no deeper than a block's header ends that block.
"""

from __future__ import annotations

import re

from .lexer import NAME, NUMBER, PATH, PLAIN, Damage, unescape
from .recovery import Recovery
from .syntax import Attribute, Bad, Block, Body, Expression, File, Label, Literal, SyntaxProblem

_VALUE = rf'"({PLAIN})"|({PATH})|({NUMBER})'
_line = re.compile(
    rf'[ \t\r\n]*(?:({NAME})[ \t]*(?:(=)(?![=>])[ \t]*(?:(?:{_VALUE})[ \t\r]*(?=\n)|())'
    rf'|(?:"({PLAIN})"[ \t]*)?(?:"({PLAIN})"[ \t]*)?(\{{)[ \t\r]*(\n)?)|(\}}))'
).match
_NAME, _EQUALS, _STRING, _PATH, _NUMBER, _OTHER, _LABEL1, _LABEL2, _OPEN, _OPEN_LINE, _CLOSE = range(1, 12)
_quoted_label = re.compile(r'"((?:[^"\\\r\n]|\\[^\r\n])*)("|(?=[\\\r\n]))').match
_template_start = re.compile(r"(?:\$\$+|%%+)\{|[$%](\{)").finditer
_lone_return = re.compile(r"\r(?!\n)").finditer
_MAX_REREADS = 4


class _Unclosed(Exception):
    """The file ended inside a block."""


class Parser(Recovery):
    """Bodies, attributes and blocks."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.layout = False
        self.rereads = 0

    def file(self) -> File:
        """The whole text."""
        start = 1 if self.text.startswith("\ufeff") else 0
        body = Body(start, self.size, [], [])
        at = start
        while at < self.size:
            at = self.top(body, at)
        self.lone_returns()
        self.problems.sort(key=lambda problem: problem.start)
        return File(body, self.comments, self.problems)

    def top(self, body: Body, pos: int) -> int:
        """Reads on in the file's body from `pos`; stops at the end, and after each stray brace and unclosed block."""
        problems = len(self.problems)
        attributes, blocks = len(body.attributes), len(body.blocks)
        del attributes, blocks, problems
        end = self.items(body, pos, -1)
        if end >= self.size:
            return end
        self.stray(body, end)
        return end + 1
