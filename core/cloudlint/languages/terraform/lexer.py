"""The words of HCL: patterns, comments, numbers, escapes. What is read here needs no grammar.

A carriage return counts as blank everywhere, so that CRLF costs nothing; `parse` reports the lone ones.
The text carries a sentinel (a line end and a NUL), so that no look-ahead needs a bounds check.
"""

from __future__ import annotations

from ...patterns import compiled, pattern
from ...typed import TYPE_CHECKING
from .syntax import SyntaxProblem

if TYPE_CHECKING:
    import re

# A name by the characters it cannot have: a set that spells out all beyond ASCII takes `re` 10 ms to compile.
# What is not ASCII is looked at by `name_end`.
NAME = r"[^\x00-@\[-^`{-\x7f][^\x00-,./:-@\[-^`{-\x7f]*"
PATH = rf"{NAME}(?:\.{NAME})*"
PLAIN = r"[^\"\\$%\r\n]*"  # inside quotes, nothing to decode
NUMBER = r"[0-9]+(?:\.*(?:[0-9]|[eE][+-]?[0-9]))*"  # 1.2.3 as well, as HashiCorp's scanner has it; `number` judges
VALUE = rf'"({PLAIN})"|({PATH})|({NUMBER})'  # in groups: a plain string, a name or traversal, a number

blanks = compiled(r"[ \t\r]*").match
gap = compiled(r"[ \t\r\n]*").match
name = compiled(NAME).match
_ESCAPE = pattern(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))|(\$\$+\{|%%+\{)")
_DOUBLED = pattern(r"\$\$+\{|%%+\{")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_MAX_DIGITS = 400  # more digits than any number a cloud knows; also keeps int() fast on hostile input


class Damage(Exception):
    """What stands at start..end cannot be read; whoever knows where to go on catches it.

    `reach` is how far the text was looked at, where that is further than `start`.
    """

    def __init__(self, start: int, end: int, message: str, reach: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.message = message
        self.reach = max(start, reach)


class Lexer:
    """One text, its comments and its problems. `loose` is true inside brackets, where a line end is only blank."""

    def __init__(self, text: str) -> None:
        self.text = text + "\n\0"
        self.size = len(text)
        self.ascii = text.isascii()
        self.comments: list[tuple[int, int]] = []
        self.problems: list[SyntaxProblem] = []
        self.last_comment_close = text.rfind("*/")

    def problem(self, start: int, end: int, message: str) -> None:
        """Note what could not be read; never past the end of the text."""
        self.problems.append(SyntaxProblem(min(start, self.size), min(end, self.size), message))

    def skip(self, pos: int, loose: bool) -> int:
        """The next place that is neither blank nor comment; a line end is blank only where `loose`."""
        text = self.text
        match = gap if loose else blanks
        while True:
            pos = match(text, pos).end()  # type: ignore[union-attr]  # matches the empty string
            char = text[pos]
            if char != "#" and (char != "/" or text[pos + 1] not in "/*"):
                return pos
            pos = self.comment(pos)

    def blank(self, pos: int) -> int:
        """The next place that is not blank; comments and line ends are not."""
        return blanks(self.text, pos).end()  # type: ignore[union-attr]  # matches the empty string

    def comment(self, pos: int) -> int:
        """Note the comment at `pos`, once however often it is passed, and give its end."""
        text = self.text
        new = not self.comments or self.comments[-1][1] <= pos
        if text.startswith("/*", pos) and pos + 2 <= self.last_comment_close:
            end = text.index("*/", pos + 2) + 2
            if new:
                self.comments.append((pos, end))
            return end
        end = text.index("\n", pos)
        if new:
            if text.startswith("/*", pos):
                self.problem(pos, pos + 2, "this comment is never closed with `*/`")
            self.comments.append((pos, end - 1 if text[end - 1] == "\r" else end))
        return end

    def forget(self, pos: int, problems: int) -> None:
        """Before reading again from `pos`: drop the comments from there on, and all but so many problems."""
        comments = self.comments
        while comments and comments[-1][0] >= pos:
            comments.pop()
        del self.problems[problems:]

    def line_start(self, pos: int) -> int:
        """Where the line of `pos` begins."""
        return self.text.rfind("\n", 0, pos) + 1

    def indent(self, pos: int) -> int:
        """How many blanks begin the line of `pos`."""
        start = self.line_start(pos)
        return blanks(self.text, start).end() - start  # type: ignore[union-attr]  # matches the empty string

    def word(self, pos: int) -> str:
        """The name at `pos`, or an empty string."""
        match = name(self.text, pos)
        return self.text[pos : name_end(self.text, pos, match.end())] if match else ""

    def expected(self, what: str, pos: int, found: int) -> Damage:
        """The damage that there is no `what` between `pos` and `found`; told at `pos` where the line ends between."""
        line_end = self.text.find("\n", pos, found)
        if line_end < 0:
            return Damage(found, found + 1, f"expected {what}, found {self.seen(found)}")
        return Damage(pos, pos, f"expected {what}, found the end of the line", found)

    def seen(self, pos: int) -> str:
        """What stands at `pos`, for a message."""
        char = self.text[pos]
        if pos >= self.size:
            return "the end of the file"
        return "the end of the line" if char in "\r\n" else f"`{self.word(pos) or char}`"


def name_end(text: str, start: int, end: int) -> int:
    """Where the name at start..end really ends: the pattern takes everything beyond ASCII, Unicode does not."""
    if text[start:end].isascii() or text[start:end].replace("-", "_").isidentifier():
        return end
    while end > start and not text[start:end].replace("-", "_").isidentifier():
        end -= 1
    return end


def number(digits: str) -> int | float | None:
    """The value of a number: an int where it is whole, else a float; None for one too long to be meant.

    Raises ValueError for what only looks like a number.
    """
    if digits.isdigit() and len(digits) <= _MAX_DIGITS:
        return int(digits)
    mantissa, _, exponent = digits.replace("E", "e").partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = fraction.rstrip("0")
    if len(whole) + len(fraction) > _MAX_DIGITS or len(exponent) > 5:
        return None
    power = int(exponent or "0") - len(fraction)
    if 0 <= power <= _MAX_DIGITS:
        return int(whole + fraction) * int(10**power)
    if abs(power) > _MAX_DIGITS:
        return None
    value = float(digits)
    return int(value) if value.is_integer() else value


def undouble(raw: str) -> str:
    """The text of a heredoc: `$${` is `${`, `%%{` is `%{`."""
    if "$${" in raw or "%%{" in raw:
        return _DOUBLED.sub(lambda match: match.group()[1:], raw)
    return raw


def unescape(raw: str, start: int, lexer: Lexer) -> str:
    """The text between quotes; a wrong escape is a problem of `lexer` (`raw` stands at `start`) and stays as it is."""

    def replace(match: re.Match[str]) -> str:
        short, long, char, doubled = match.groups()
        if doubled:
            return str(doubled)[1:]
        if short or long:
            code = int(short or long, 16)
            if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
                return chr(code)
        elif char in _SIMPLE:
            return _SIMPLE[char]
        at = start + match.start()
        lexer.problem(at, start + match.end(), f"`{match.group()}` is not an escape sequence")
        return match.group()

    return _ESCAPE.sub(replace, raw)
