"""Where to go on after damage, judged as a person does: by line ends, brackets and indentation."""

from __future__ import annotations

from ...patterns import pattern
from .lexer import NAME
from .syntax import Block, Body
from .terms import ExpressionParser

_SKIM = pattern(
    rf'\n[ \t]*|"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|(?=[\\\r\n]))|#|//|/\*|<<-?({NAME})(?=\r?\n)|[\[({{]|[\])}}]'
)
_STATEMENT = pattern(rf'{NAME}[ \t]*(?:=(?![=>])|\{{|(?:"[^"\n]*"?[ \t]*)+\{{?)')
_HEADER = pattern(rf'{NAME}[ \t]*(?:(?:"[^"\n]*"[ \t]*)+|(?<=locals )|(?<=terraform ))\{{')
_ASSIGNMENT = pattern(rf"{NAME}[ \t]*=(?![=>])")
_LONE_RETURN = pattern(r"\r(?!\n)")
_CONFLICT = pattern(r"(?:<{7}|={7}|>{7}|\|{7})(?![<=>|])")
_MAX_MOVED = 50  # attributes and blocks that go back into a block closed too early


class Recovery(ExpressionParser):
    """Finds the place where reading goes on."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.opened: list[int] = []  # the brackets and quotes that the last damaged thing opened and never closed

    def conflict_marker(self, pos: int) -> bool:
        """Whether a version control conflict marker stands at `pos`, at the beginning of a line."""
        begins = self.text[pos] in "<=>|" and self.line_start(pos) == pos
        return begins and _CONFLICT.match(self.text, pos) is not None

    def resume(self, start: int, owner: int) -> int:
        """The start of the first line after `start` that no longer belongs to the damaged thing beginning there.

        `owner` is the header of the block around it (-1 for none). Where no bracket is open, that is the next line;
        otherwise the next line that begins something new and is indented no deeper.
        """
        text = self.text
        base, floor = self.indent(start), self.indent(owner) if owner >= 0 else -1
        skim, unsure, at = _SKIM.search, False, start
        opened: list[int] = []
        self.opened = opened
        while True:
            match = skim(text, at)
            if match is None or match.start() >= self.size:
                return self.size
            at = match.end()
            char = text[match.start()]
            if char == "\n":
                if self.ends_here(at, at - match.start() - 1, base, floor, len(opened), unsure):
                    return match.start() + 1
            elif char in "#/":
                at = self.comment(match.start())
            elif char == '"':
                if text[at - 1] != '"' or at - match.start() < 2:
                    unsure = True
                    opened.append(match.start())
            elif char == "<":
                closer = self.closer(match.group(1), at)
                if closer < 0:
                    return self.after_heredoc(at, base, floor)
                at = closer
            elif char in "[({":
                opened.append(match.start())
            elif opened:
                opened.pop()

    def ends_here(self, pos: int, indent: int, base: int, floor: int, depth: int, unsure: bool) -> bool:
        """Whether the line whose first character stands at `pos` is no longer of the damaged thing."""
        char = self.text[pos]
        if pos >= self.size or (depth == 0 and not unsure):
            return True
        if indent > base or char in "\r\n#" or self.text.startswith("//", pos):
            return False
        if char in "}])":
            return indent <= floor and (depth == 0 or indent < base or unsure)
        return self.statement(pos)

    def statement(self, pos: int) -> bool:
        """Whether an attribute or a block seems to begin at `pos`."""
        return _STATEMENT.match(self.text, pos) is not None

    def assignment(self, pos: int) -> bool:
        """Whether `name =` stands at `pos`."""
        return _ASSIGNMENT.match(self.text, pos) is not None

    def closer(self, marker: str, pos: int) -> int:
        """The end of a heredoc's closing marker after `pos`; -1 where there is none."""
        self._index_lines()
        if self._last_line is None or self._last_line.get(marker, -1) < pos:
            return -1
        at = pos
        while True:
            start = self.text.index("\n", at) + 1
            at = self.text.index("\n", start)
            if self.text[start:at].strip() == marker:
                return at

    def after_heredoc(self, pos: int, base: int, floor: int) -> int:
        """Where an unclosed heredoc ends: at a block's header indented no deeper than the block around it, at the brace
        before that which closes this block, or at an assignment indented exactly as the heredoc's own."""
        text = self.text
        brace = -1
        at = text.index("\n", pos) + 1
        while at < self.size:
            first = self.blank(at)
            indent = first - at
            if text[first] == "}" and indent == max(floor, 0):
                brace = at
            elif indent <= max(floor, 0) and _HEADER.match(text, first):
                return brace if brace >= 0 else at
            elif indent == base > 0 and _ASSIGNMENT.match(text, first):
                return at
            at = text.index("\n", first) + 1
        return brace if brace >= 0 else self.size

    def stray(self, body: Body, at: int) -> int:
        """A `}` that closes nothing. Where layout says that a block was closed too early, it takes back what followed.

        That is the case if the brace stands at the margin of the last block whose header is indented as little, and all
        that was read since, without a problem, is indented deeper.
        """
        margin = at - self.line_start(at)
        moved = 0
        block: Block | None
        for block in reversed(body.blocks[-_MAX_MOVED:]):
            if self.indent(block.start) <= margin:
                break
            moved += 1
        else:
            block = None
        blocks = body.blocks[len(body.blocks) - moved :]
        attributes = [] if block is None else [a for a in body.attributes[-_MAX_MOVED:] if a.start > block.end]
        if (
            block is None
            or block.close < 0
            or self.indent(block.start) != margin
            or self.blank(at - margin) != at
            or not (blocks or attributes)
            or any(self.indent(attribute.start) <= margin for attribute in attributes)
            or (self.problems and self.problems[-1].end > block.end)
        ):
            self.problem(at, at + 1, "this brace closes no block")
            body.damaged = True
            return at + 1
        self.problem(block.close, block.close + 1, "this brace closes the block too early")
        block.body.attributes += attributes
        block.body.blocks += blocks
        block.body.damaged = True
        del body.attributes[len(body.attributes) - len(attributes) :]
        del body.blocks[len(body.blocks) - moved :]
        block.close = block.body.end = at
        block.end = at + 1
        return at + 1

    def lone_returns(self) -> None:
        """A carriage return without a line feed is allowed in comments only."""
        comments = iter(self.comments)
        start = end = -1
        for match in _LONE_RETURN.finditer(self.text, 0, self.size):
            at = match.start()
            while end <= at:
                start, end = next(comments, (self.size, self.size + 1))
            if not start <= at < end:
                self.problem(at, at + 1, "a carriage return without a line feed")
