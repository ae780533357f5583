"""Reading templates: quoted strings and heredocs, their interpolations and directives.

`~` trimming and the indentation of `<<-` are applied here, in HashiCorp's order: a heredoc is one piece of text a line,
a `~` trims the one piece beside it, and indentation is taken from the pieces that begin a line afterwards.
"""

from __future__ import annotations

from ...patterns import compiled, pattern
from .lexer import NAME, PATH, Damage, Lexer, undouble, unescape
from .syntax import (
    Attr,
    Bad,
    Expression,
    Interpolation,
    Literal,
    Part,
    Template,
    TemplateFor,
    TemplateIf,
    Text,
    Variable,
)

_quoted_text = compiled(r'(?:[^"\\$%\r\n]+|\\[^\r\n]|\$\$+\{|%%+\{|\$(?!\{)|%(?!\{))*').match
_simple = compiled(rf"\$\{{[ \t]*({PATH})[ \t]*\}}").match
_OPENING = pattern(r"(?:\$\$+|%%+)\{|([$%])\{")
_HEREDOC = pattern(rf"<<(-?)({NAME})\r?\n")
MAX_DEPTH = 64  # brackets, blocks and interpolations within one another; keeps far from Python's recursion limit
MAX_CHAIN = 200  # operators or accesses in one row: each is a level of the tree for whoever walks it
KEYWORDS = {"true": True, "false": False, "null": None}


class Directive:
    """`%{word ...}`, before the directives are nested into TemplateIf and TemplateFor."""

    __slots__ = ("end", "expression", "key", "start", "value", "word")

    def __init__(self, start: int, word: str) -> None:
        self.start = start
        self.end = start
        self.word = word
        self.key = self.value = ""
        self.expression: Expression | None = None


Piece = Text | Interpolation | Directive


class Pieces:
    """The flat row of pieces a template is read into; trims as it grows."""

    __slots__ = ("directives", "items", "trim_next")

    def __init__(self) -> None:
        self.items: list[Piece] = []
        self.trim_next = False
        self.directives = False

    def text(self, start: int, end: int, value: str) -> None:
        """One more piece of text; a `~}` before it trims its left side."""
        if self.trim_next:
            trimmed = value.lstrip()
            if end - start == len(value):
                start += len(value) - len(trimmed)
            value = trimmed
            self.trim_next = False
        self.items.append(Text(start, end, value))

    def trim_last(self) -> None:
        """A `${~` trims the right side of the text before it."""
        last = self.items[-1] if self.items else None
        if isinstance(last, Text):
            trimmed = last.value.rstrip()
            if last.end - last.start == len(last.value):
                last.end = last.start + len(trimmed)
            last.value = trimmed


def traversal(word: str, start: int) -> Expression:
    """The expression of `a.b.c` written without blanks."""
    first, _, rest = word.partition(".")
    end = start + len(first)
    node: Expression = Literal(start, end, KEYWORDS[first]) if first in KEYWORDS else Variable(start, end, first)
    if rest:
        for part in rest.split("."):
            end += len(part) + 1
            node = Attr(start, end, node, part)
    return node


class StringParser(Lexer):
    """Reads what stands between quotes and between heredoc markers."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.loose = False
        self.depth = 0
        self.budget = 4 * len(text) + 10_000
        self._last_line: dict[str, int] | None = None

    def expression(self, pos: int) -> Expression:
        """The expression at `pos`; raises Damage."""
        raise NotImplementedError

    def inner(self, pos: int) -> Expression:
        """The expression at `pos` inside brackets: line ends are blank, and nesting is counted."""
        raise NotImplementedError

    def enter(self, pos: int) -> None:
        """One level deeper; Damage where that is too deep."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Damage(pos, pos + 1, f"nested more than {MAX_DEPTH} levels deep")

    def afford(self, characters: int) -> bool:
        """Whether so many characters may be read again. The budget is what keeps any damage in linear time."""
        self.budget -= max(characters, 0)
        return self.budget > 0

    # ------------------------------------------------------------------ quoted

    def quoted(self, pos: int) -> Literal | Template | Bad:
        """The string whose opening quote stands at `pos`."""
        text = self.text
        pieces = Pieces()
        at = pos + 1
        while True:
            end = _quoted_text(text, at).end()  # type: ignore[union-attr]  # matches the empty string
            if end > at:
                raw = text[at:end]
                plain = "\\" not in raw and "{" not in raw
                pieces.text(at, end, raw if plain else unescape(raw, at, self))
            char = text[end]
            if char == '"':
                break
            if char not in "$%":
                self.problem(pos, end, "this string is never closed")
                return Bad(pos, min(end, self.size))
            at = self.sequence(end, pieces, False)
        if all(type(piece) is Text for piece in pieces.items):
            return Literal(pos, end + 1, "".join(piece.value for piece in pieces.items if type(piece) is Text))
        return Template(pos, end + 1, self.parts(pieces, end))

    def sequence(self, pos: int, pieces: Pieces, heredoc: bool) -> int:
        """Reads the `${...}` or `%{...}` at `pos` into `pieces` and gives its end.

        What cannot be read costs this sequence alone where its end stands on the line it begins on.
        """
        text = self.text
        match = _simple(text, pos)
        if match is not None and (self.ascii or match.group().isascii()):
            pieces.trim_next = False
            pieces.items.append(Interpolation(pos, match.end(), traversal(match.group(1), match.start(1))))
            return match.end()
        if text[pos + 2] == "~":
            pieces.trim_last()
        pieces.trim_next = False
        loose, depth, problems = self.loose, self.depth, len(self.problems)
        self.loose = True
        try:
            if text[pos] == "$":
                expression = self.inner(pos + (3 if text[pos + 2] == "~" else 2))
                end = self.sequence_end(expression.end, pieces)
                pieces.items.append(Interpolation(pos, end, expression))
            else:
                directive = self.directive(pos)
                directive.end = end = self.sequence_end(directive.end, pieces)
                pieces.items.append(directive)
                pieces.directives = True
        except Damage as damage:
            end = self.sequence_resume(pos, damage, heredoc)
            self.forget(end, problems)
            self.depth = depth
            self.problem(damage.start, damage.end, damage.message)
            pieces.items.append(Interpolation(pos, end, Bad(min(pos + 2, end), end)))
        self.loose = loose
        return end

    def sequence_end(self, pos: int, pieces: Pieces) -> int:
        """Past the `}` or `~}` that must follow."""
        at = self.skip(pos, True)
        if self.text.startswith("~}", at):
            pieces.trim_next = True
            return at + 2
        if self.text[at] != "}":
            raise self.expected("`}` to end the interpolation", pos, at)
        return at + 1

    def sequence_resume(self, pos: int, damage: Damage, heredoc: bool) -> int:
        """Where a string goes on after a damaged sequence: past its `}`, or at the closing quote, of the same line.

        In a heredoc the next line goes on in any case; elsewhere the damage is the attribute's.
        """
        text = self.text
        line_end = text.index("\n", pos)
        if damage.start <= line_end:
            for char in text[damage.start : line_end]:
                if char == "}" or (char == '"' and not heredoc):
                    found = text.index(char, damage.start)
                    return found + 1 if char == "}" else found
        elif not heredoc or not self.afford(damage.reach - line_end):
            raise damage
        return line_end if text[line_end - 1] != "\r" else line_end - 1

    def directive(self, pos: int) -> Directive:
        """The directive at `pos` up to where its `}` should stand."""
        at = self.skip(pos + (3 if self.text[pos + 2] == "~" else 2), True)
        directive = Directive(pos, self.word(at))
        directive.end = at + len(directive.word)
        if directive.word == "if":
            directive.expression = self.inner(directive.end)
        elif directive.word == "for":
            directive.key, directive.value, at = self.for_names(directive.end)
            directive.expression = self.inner(at)
        elif directive.word not in ("else", "endif", "endfor"):
            found = self.seen(at)
            raise Damage(at, at + 1, f"expected `if`, `else`, `endif`, `for` or `endfor`, found {found}")
        if directive.expression is not None:
            directive.end = directive.expression.end
        return directive

    def for_names(self, pos: int) -> tuple[str, str, int]:
        """`key, value in`: the key (empty where one name is given), the value, and the place after `in`."""
        key = ""
        start = self.skip(pos, True)
        value = self.word(start)
        at = self.skip(start + len(value), True)
        if value and self.text[at] == ",":
            key = value
            start = self.skip(at + 1, True)
            value = self.word(start)
            at = self.skip(start + len(value), True)
        if not value:
            raise Damage(start, start + 1, f"expected a name after `for`, found {self.seen(start)}")
        if self.word(at) != "in":
            raise Damage(at, at + 1, f"expected `in`, found {self.seen(at)}")
        return key, value, at + 2

    # ------------------------------------------------------------------ heredocs

    def heredoc(self, pos: int) -> Template:
        """The heredoc whose `<<` stands at `pos`; raises Damage where no marker follows."""
        text = self.text
        match = _HEREDOC.match(text, pos)
        if match is None:
            raise Damage(pos, pos + 2, "expected a heredoc marker and the end of the line after `<<`")
        indented, marker = bool(match.group(1)), match.group(2)
        if self._last_line is not None and self._last_line.get(marker, -1) < match.end():
            raise Damage(pos, match.end() - 1, f"this heredoc has no closing `{marker}`")
        pieces = Pieces()
        at, midline = match.end(), False
        while True:
            if at >= self.size:
                self._index_lines()
                raise Damage(pos, match.end() - 1, f"this heredoc has no closing `{marker}`", at)
            line_end = text.index("\n", at) + 1
            if not midline and text[at:line_end].strip() == marker:
                break
            at, midline = self.heredoc_line(at, line_end, pieces)
        end = text.index(marker, at) + len(marker)
        if text[end] not in " \t\r\n":  # other blanks, which HashiCorp trims from the marker's line and nowhere else
            end = at + len(text[at:line_end].rstrip("\r\n"))
        if text.index("\n", end) >= self.size:
            self.problem(end, end, f"a line end is missing after `{marker}`")
        return Template(pos, end, self.parts(pieces, at, indented), marker, indented)

    def heredoc_line(self, at: int, line_end: int, pieces: Pieces) -> tuple[int, bool]:
        """Reads a line, or up to and with its first sequence; gives the next place and whether it is midline."""
        text = self.text
        raw = text[at:line_end]
        if "${" in raw or "%{" in raw:
            for match in _OPENING.finditer(text, at, line_end):
                if match.group(1):
                    start = match.start()
                    if start > at:
                        pieces.text(at, start, undouble(text[at:start]))
                    return self.sequence(start, pieces, True), True
            raw = undouble(raw)
        pieces.text(at, line_end, raw)
        return line_end, False

    def _index_lines(self) -> None:
        """After a first heredoc without closing marker: where each line stands last, so that many cost one pass."""
        if self._last_line is None:
            self._last_line = {}
            start = 0
            for line in self.text.split("\n"):
                self._last_line[line.strip()] = start
                start += len(line) + 1

    # ------------------------------------------------------------------ parts

    def parts(self, pieces: Pieces, end: int, indented: bool = False) -> tuple[Part, ...]:
        """The pieces as parts: unindented, empty text dropped, directives nested."""
        if indented:
            _unindent(pieces)
        items = [piece for piece in pieces.items if type(piece) is not Text or piece.value]
        if pieces.directives:
            return self.nest(items, end)
        return tuple(items)  # type: ignore[arg-type]  # without directives all are parts

    def nest(self, items: list[Piece], end: int) -> tuple[Part, ...]:
        """Directives and what stands between them as trees; what is out of place is a problem and left out."""
        row: list[Part] = []
        open_: list[tuple[Directive, list[Part], list[Part] | None]] = []  # directive, row outside, `then` after else
        for item in items:
            if not isinstance(item, Directive):
                row.append(item)
            elif item.word in ("if", "for"):
                open_.append((item, row, None))
                row = []
            elif item.word == "else" and open_ and open_[-1][0].word == "if" and open_[-1][2] is None:
                open_[-1] = (open_[-1][0], open_[-1][1], row)
                row = []
            elif open_ and item.word == "end" + open_[-1][0].word:
                first, outside, then = open_.pop()
                outside.append(_closed(first, row, then, item.end))
                row = outside
            else:
                self.problem(item.start, item.end, f"`{item.word}` is out of place here")
        while open_:
            first, outside, then = open_.pop()
            self.problem(first.start, first.end, f"`{first.word}` is never ended with `end{first.word}`")
            outside.append(Interpolation(first.start, first.end, Bad(first.start, end)))
            row = outside
        return tuple(row)


def _closed(first: Directive, row: list[Part], then: list[Part] | None, end: int) -> TemplateIf | TemplateFor:
    """The tree of a directive that has found its end."""
    expression = first.expression or Bad(first.end, first.end)
    if first.word == "for":
        return TemplateFor(first.start, end, first.key, first.value, expression, tuple(row))
    if then is None:
        return TemplateIf(first.start, end, expression, tuple(row), ())
    return TemplateIf(first.start, end, expression, tuple(then), tuple(row))


def _unindent(pieces: Pieces) -> None:
    """Take the least indentation of all lines from each; blank lines neither count nor change.

    As HashiCorp's flushHeredocTemplateParts: a line begins after a piece that (trimmed) still ends with a line end.
    """
    least = -1
    adjust: list[Text] = []
    begins = True
    for piece in pieces.items:
        if begins:
            spaces = 0
            if isinstance(piece, Text):
                spaces = len(piece.value) - len(piece.value.lstrip())
                if spaces == len(piece.value) and piece.value.endswith("\n"):
                    spaces = -1
                else:
                    adjust.append(piece)
            if spaces >= 0 and (least < 0 or spaces < least):
                least = spaces
        begins = isinstance(piece, Text) and piece.value.endswith("\n")
    for text in adjust if least > 0 else ():
        text.value = text.value[least:]
        text.start += least
