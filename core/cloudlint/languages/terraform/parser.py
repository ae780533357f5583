"""Parsing HCL's native syntax into the tree of `syntax`, whatever state the text is in.

Well-formed text is read in one pass, most lines by a single match. Damage costs the attribute or block it stands in:
`recovery` says where to go on. Only where the file ends inside a block, that block is read once more believing its
layout: then a line indented no deeper than a block's header ends that block.
"""

from __future__ import annotations

from ...patterns import compiled, pattern
from ...typed import TYPE_CHECKING
from .lexer import NAME, PLAIN, VALUE, Damage, unescape
from .recovery import Recovery
from .strings import MAX_CHAIN, Pieces, traversal
from .syntax import Attribute, Bad, Block, Body, Expression, File, Label, Literal, SyntaxProblem, Template

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_line = compiled(
    rf"[ \t\r\n]*(?:({NAME})[ \t]*(?:(=)(?![=>])[ \t]*(?:(?:{VALUE})[ \t\r]*(?=\n)|())"
    rf'|(?:"({PLAIN})"[ \t]*)?(?:"({PLAIN})"[ \t]*)?(\{{)[ \t\r]*(\n)?)|(\}}))'
).match
_NAME, _EQUALS, _STRING, _PATH, _NUMBER, _OTHER, _LABEL1, _LABEL2, _OPEN, _OPEN_LINE, _CLOSE = range(1, 12)
_QUOTED_LABEL = pattern(r'"((?:[^"\\\r\n]|\\[^\r\n])*)("|(?=[\\\r\n]))')
_TEMPLATE_START = pattern(r"(?:\$\$+|%%+)\{|[$%](\{)")
_MAX_REREADS = 4  # unclosed blocks read twice; after so many the rest of the file is read by its layout


class _Unclosed(Exception):
    """The file ended inside a block."""


class Parser(Recovery):
    """Bodies, attributes and blocks.

    A body is read with the offset of its block's header (`owner`), -1 for the file itself. Its end is given as the
    offset of the closing brace, or as `~offset` where the block was never closed and something else goes on there.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.layout = False  # believe indentation more than braces
        self.rereads = 0

    def file(self) -> File:
        """The whole text."""
        start = 1 if self.text.startswith("\ufeff") else 0
        body = Body(start, self.size, [], [])
        self.items(body, start, -1)
        if len(body.attributes) > 1:
            self.duplicates(body)
        if "\r" in self.text:
            self.lone_returns()
        self.problems.sort(key=lambda problem: problem.start)
        return File(body, self.comments, self.problems)

    def items(self, body: Body, pos: int, owner: int) -> int:
        """Reads attributes and blocks from `pos` into `body`; gives the end of the body."""
        text = self.text
        nested, ascii = owner >= 0, self.ascii
        while True:
            match = _line(text, pos)
            if match is None:
                at = self.skip(pos, True)
                if at >= self.size:
                    return self.unfinished(nested)
                if nested and self.layout and self.outdented(at, owner):
                    return ~at
                match = _line(text, at)
                if match is None or match.end() == at:
                    pos = self.odd(body, at, owner)
                    continue
            kind = match.lastindex or 0
            if kind == _CLOSE:
                at = match.end() - 1
                if not nested:
                    pos = self.stray(body, at)
                    continue
                return ~at if self.layout and self.outdented(at, owner) else at
            start = match.start(_NAME)
            name = match.group(_NAME)
            if nested and self.layout and self.outdented(start, owner):
                return ~start
            if not ascii and not name.isascii() and self.word(start) != name:
                pos = self.odd(body, start, owner)
            elif kind >= _OPEN:
                pos = self.read_block(body, match, owner)
            elif kind == _OTHER:
                pos = self.attribute(body, start, name, match.start(_EQUALS), owner)
            else:
                pos = self.simple(body, match, start, name, owner)

    def simple(self, body: Body, match: re.Match[str], start: int, name: str, owner: int) -> int:
        """Reads an attribute that one match has read whole, and gives the end of its line."""
        kind = match.lastindex or 0
        begin, end = match.span(kind)
        word = match.group(kind)
        value: Expression
        if kind == _STRING:
            begin, end = begin - 1, end + 1
            value = Literal(begin, end, word)
        elif kind == _PATH and (self.ascii or word.isascii()) and word.count(".") < MAX_CHAIN:
            value = traversal(word, begin)
        elif kind == _NUMBER and word.replace(".", "", 1).isdigit():
            value = self.numeral(word, begin, end)
        else:
            return self.attribute(body, start, name, match.start(_EQUALS), owner)
        body.attributes.append(Attribute(start, end, name, match.start(_EQUALS), value))
        return match.end()

    def unfinished(self, nested: bool) -> int:
        """The file has ended: fine for its own body; a block is read again by its layout, if that was not done yet."""
        if nested and not self.layout:
            raise _Unclosed
        return ~self.size

    def outdented(self, pos: int, owner: int) -> bool:
        """Whether what stands at `pos` begins its line and, by its indentation, is not inside the block."""
        line, indent = self.line_start(pos), self.indent(owner)
        if self.blank(line) != pos:
            return False
        if self.text[pos] == "}":
            return pos - line < indent
        return pos - line <= indent and self.statement(pos)

    # ------------------------------------------------------------------ attributes

    def attribute(self, body: Body, start: int, name: str, equals: int, owner: int, single: bool = False) -> int:
        """Reads the attribute and gives the place after it; damage becomes a Bad value.

        `single` is for the one attribute of a block on one line.
        """
        problems, depth = len(self.problems), self.depth
        value: Expression
        try:
            value = self.expression(equals + 1)
            end = value.end
            if self.layout and self.text.find("\n", start, end) >= 0:
                self.check_margin(start, end)
            if single or self.text[end] != "\n":
                end = self.end_of_line(end, owner, single)
        except Damage as damage:
            self.loose, self.depth = False, depth
            begin = self.blank(equals + 1)
            end = self.after_damage(damage, begin, owner, problems, single)
            value = Bad(begin, begin + len(self.text[begin : min(end, self.size)].rstrip()))
        body.attributes.append(Attribute(start, value.end, name, equals, value))
        if len(self.problems) > problems:
            body.damaged = True
        return end

    def check_margin(self, start: int, end: int) -> None:
        """Damage where the bracket that ends a value stands, by its indentation, for the block around it."""
        line = self.line_start(end)
        first = self.blank(line)
        if self.text[first] in "}])" and first - line < self.indent(start):
            raise Damage(first, first + 1, f"this `{self.text[first]}` is indented as if it closed something else")

    def after_damage(self, damage: Damage, start: int, owner: int, problems: int, single: bool) -> int:
        """Keeps the first problem of what begins at `start`, and gives the place to go on."""
        text, opened = self.text, []
        end = text.find("}", damage.start, text.find("\n", damage.start)) if single else -1
        if end < 0:
            end = self.resume(start, owner)
            opened = self.opened
        if end < damage.reach and not self.afford(damage.reach - end):
            end = min(text.index("\n", min(damage.reach, self.size)) + 1, self.size)
        self.forget(end, problems + 1)
        if len(self.problems) == problems:
            if damage.start >= end and opened:  # what is wrong there is only that this goes on
                damage = Damage(opened[-1], opened[-1] + 1, f"this `{text[opened[-1]]}` is never closed")
            self.problem(damage.start, damage.end, damage.message)
        return end

    def end_of_line(self, pos: int, owner: int, single: bool = False) -> int:
        """The end of the line after what ends at `pos`, or another place to go on; Damage where none is in sight."""
        text = self.text
        at = self.skip(pos, False)
        char = text[at]
        if char == ("}" if single else "\n"):
            return at
        if single and char == "\n":
            self.problem(at, at, "a block that begins on one line with its attribute must end on that line")
            return at
        if char == "}" and owner >= 0:
            self.problem(at, at + 1, "`}` needs a line of its own here")
            return at
        after = self.skip(at + 1, False) if char in ",;" else at
        if char in ",;" and text[after] in "\n}":
            self.problem(at, at + 1, f"`{char}` is not needed here: the line end separates")
            return after
        if self.assignment(after):
            self.problem(at, at + 1, "each attribute needs a line of its own")
            return after
        raise Damage(at, at + 1, f"expected the end of the line, found {self.seen(at)}")

    # ------------------------------------------------------------------ blocks

    def read_block(self, body: Body, match: re.Match[str], owner: int) -> int:
        """Reads the block whose header is in `match`."""
        labels: tuple[Label, ...] = ()
        first, second = match.group(_LABEL1, _LABEL2)
        if first is not None:
            begin, end = match.span(_LABEL1)
            labels = (Label(begin - 1, end + 1, first, True),)
            if second is not None:
                begin, end = match.span(_LABEL2)
                labels = (labels[0], Label(begin - 1, end + 1, second, True))
        name, opened = match.group(_NAME), match.lastindex == _OPEN_LINE
        return self.block(body, match.start(_NAME), name, labels, match.start(_OPEN), owner, opened)

    def block(
        self, outer: Body, start: int, type: str, labels: tuple[Label, ...], open: int, owner: int, opened: bool = False
    ) -> int:
        """Reads the body that opens at `open`, appends the block to `outer` and gives the place after it.

        `opened` says that nothing follows the brace on its line.
        """
        if owner >= 0:
            return self.block_body(outer, start, type, labels, open, owner, opened)
        problems = len(self.problems)
        try:
            return self.block_body(outer, start, type, labels, open, owner, opened)
        except _Unclosed:
            self.forget(open, problems)
            self.loose, self.depth, self.layout = False, 0, True
            self.rereads += 1
            end = self.block_body(outer, start, type, labels, open, owner, opened)
            self.layout = self.rereads >= _MAX_REREADS
            return end

    def block_body(
        self, outer: Body, start: int, type: str, labels: tuple[Label, ...], open: int, owner: int, opened: bool
    ) -> int:
        """As `block`, once."""
        text = self.text
        body = Body(open + 1, open + 1, [], [])
        try:
            self.enter(open)
        except Damage as damage:
            self.depth -= 1
            self.problem(damage.start, damage.end, damage.message)
            outer.damaged = True
            return self.resume(start, owner)
        if opened:
            close = self.items(body, open + 1, start)
        else:
            at = self.skip(open + 1, False) if text[open] == "{" else open
            if text[at] not in "\n}":
                at = self.one_line(body, at, start)
            close = at if text[at] == "}" else self.items(body, at, start)
        self.depth -= 1
        if len(body.attributes) > 1:
            self.duplicates(body)
        if close < 0:
            self.problem(open, open + 1, f"this block is never closed: `{text[start:open].strip()}`")
            body.damaged = True
            inside = [child.end for children in (body.attributes[-1:], body.blocks[-1:]) for child in children]
            body.end = max(body.start, start + len(text[start:~close].rstrip()), *inside)
            outer.blocks.append(Block(start, body.end, type, labels, open, body, -1))
            return ~close
        body.end = close
        outer.blocks.append(Block(start, close + 1, type, labels, open, body, close))
        if text[close + 1] == "\n":
            return close + 1
        try:
            return self.end_of_line(close + 1, owner)
        except Damage as damage:
            self.problem(damage.start, damage.end, damage.message)
            outer.damaged = True
            return damage.start + (text[damage.start] in ",;)]")

    def one_line(self, body: Body, pos: int, owner: int) -> int:
        """Reads the attribute of `{ name = value }`; gives the closing brace, or where to read on otherwise."""
        name = self.word(pos)
        equals = self.skip(pos + len(name), False)
        if name and self.text[equals] == "=" and self.text[equals + 1] not in "=>":
            return self.attribute(body, pos, name, equals, owner, single=True)
        self.problem(pos, pos + 1, f"a block on one line can hold one attribute only, found {self.seen(pos)}")
        body.damaged = True
        return pos

    def header(self, body: Body, start: int, type: str, pos: int, owner: int) -> int:
        """Reads a block whose header is out of the ordinary, from its first label or brace on."""
        text = self.text
        labels: list[Label] = []
        problems = len(self.problems)
        while text[pos] != "{":
            if text[pos] == '"':
                label, pos = self.quoted_label(pos)
            else:
                word = self.word(pos)
                if not word:
                    return self.no_brace(body, start, type, tuple(labels), pos, owner)
                label = Label(pos, pos + len(word), word, False)
                pos = label.end
            labels.append(label)
            pos = self.skip(pos, False)
        if len(self.problems) > problems:
            body.damaged = True
        return self.block(body, start, type, tuple(labels), pos, owner)

    def quoted_label(self, pos: int) -> tuple[Label, int]:
        """The label whose quote stands at `pos`, and the place after it; one never closed ends before a final `{`."""
        match = _QUOTED_LABEL.match(self.text, pos)
        assert match is not None
        raw, end = match.group(1), match.end()
        for template in _TEMPLATE_START.finditer(raw):
            if template.group(1):
                at = pos + 1 + template.start()
                self.problem(at, at + 2, "a label cannot hold a template")
        if not match.group(2):
            self.problem(pos, end, "this label is never closed")
            if raw.rstrip().endswith("{"):
                raw = raw.rstrip()[:-1]
                end = pos + 1 + len(raw)
                raw = raw.rstrip()
            return Label(pos, pos + 1 + len(raw), raw, True), end
        return Label(pos, end, unescape(raw, pos + 1, self), True), end

    def no_brace(self, body: Body, start: int, type: str, labels: tuple[Label, ...], pos: int, owner: int) -> int:
        """Goes on where a header has no `{` at `pos`; lines after it that are indented deeper are its block's."""
        text = self.text
        header_end = labels[-1].end if labels else start + len(type)
        if text[pos] != "\n":
            return self.junk(body, start, pos, f"expected `{{` or a label, found {self.seen(pos)}", owner)
        self.problem(header_end, header_end, "expected `{` at the end of this line")
        body.damaged = True
        following = self.skip(pos, True)
        if text[following] == "{":
            return self.block(body, start, type, labels, following, owner)
        if following < self.size and self.indent(following) > self.indent(start):
            return self.block(body, start, type, labels, pos, owner)
        return pos

    # ------------------------------------------------------------------ the odd and the wrong

    def odd(self, body: Body, at: int, owner: int) -> int:
        """Reads what `_line` could not, from the first character that is neither blank nor comment."""
        text = self.text
        if self.conflict_marker(at):
            end = text.index("\n", at)
            self.problem(at, end, "a conflict marker of version control")
            body.damaged = True
            return end
        word = self.word(at)
        if not word:
            return self.junk(body, at, at, f"expected an attribute or a block, found {self.seen(at)}", owner)
        after = self.skip(at + len(word), False)
        char = text[after]
        if char == "=" and text[after + 1] not in "=>":
            return self.attribute(body, at, word, after, owner)
        if char == "{" or char == '"' or self.word(after) or text[self.skip(after, True)] == "{":
            return self.header(body, at, word, after, owner)
        message = f"expected `=` or `{{` after `{word}`, found {self.seen(after)}"
        return self.junk(body, at, at, message, owner, len(word))

    def junk(self, body: Body, start: int, pos: int, message: str, owner: int, length: int = 1) -> int:
        """Notes that what begins at `start` is wrong at `pos`, and gives the place to go on."""
        self.problem(pos, pos + length, message)
        body.damaged = True
        return self.resume(start, owner)

    def duplicates(self, body: Body) -> None:
        """A name set twice is a problem; both attributes stay in the tree."""
        attributes = body.attributes
        if len({attribute.name for attribute in attributes}) == len(attributes):
            return
        seen: set[str] = set()
        silent = body.damaged  # by a conflict marker, say: then two values are no wonder
        for attribute in attributes:
            if attribute.name in seen and not silent:
                end = attribute.start + len(attribute.name)
                self.problem(attribute.start, end, f"`{attribute.name}` is set twice")
            seen.add(attribute.name)
        body.damaged = True


def parse(text: str) -> File:
    """The syntax tree of `text` with all that could not be read; never raises, whatever the text."""
    try:
        return Parser(text).file()
    except RecursionError:  # the caller is deep in the stack, and the text is nested to our own limit
        problem = SyntaxProblem(0, 0, "this file is nested too deeply to be read")
        return File(Body(0, len(text), [], [], damaged=True), [], [problem])


def parse_template(text: str) -> tuple[Template, list[SyntaxProblem]]:
    """The parts of a template file, as `templatefile` reads it, and what could not be read; never raises.

    Lines without sequences are one part. The last of them is one of its own: a `~` trims no more than a line.
    """
    parser, pieces, at = Parser(text), Pieces(), 0
    openings = sorted((*_places_of("${", text), *_places_of("%{", text)), reverse=True)
    while at < parser.size:
        while openings and openings[-1] < at:
            openings.pop()
        last = text.rfind("\n", at, openings[-1]) if openings else 0
        plain = text.rfind("\n", at, max(last, at)) + 1 if openings else parser.size
        if plain > at and not pieces.trim_next and text[at - 1 : at] in ("", "\n"):
            pieces.text(at, plain, text[at:plain])
            at = plain
            continue
        line_end = min(parser.text.index("\n", at) + 1, parser.size)
        at, _ = parser.heredoc_line(at, line_end, pieces)
    return Template(0, parser.size, parser.parts(pieces, parser.size)), parser.problems


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text; a pattern would take ten times as long."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
