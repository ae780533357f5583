"""The words of an instruction, and what they say once quotes are taken off and variables are put in.

Reference: https://docs.docker.com/reference/dockerfile/#environment-replacement
"""

from __future__ import annotations

from collections.abc import Mapping

from ...patterns import pattern
from ...typed import NamedTuple
from .syntax import Word

_NAME = pattern(r"[A-Za-z_]\w*|[0-9@*#?$!-]")
_BRACED = pattern(r"(?s)([A-Za-z_]\w*)(?:(:?[-+?])(.*))?$")
HOLE = "\ufdd0"  # stands for what is unknown
MOST_NESTED = 20  # `${a:-${b:-...}}`
LONGEST = 1 << 17  # code points of a word: what is longer is unknown (the system takes no longer argument either)


class Text(NamedTuple):
    """What a word says, with a HOLE for each unknown part; `names` are the variables that it is made from."""

    text: str
    names: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Is all of it known?"""
        return HOLE not in self.text


def word_at(text: str, at: int, escape: str) -> Word:
    """The word that begins at `at`; it ends at white space outside quotes."""
    end, _ = _end(text, at, escape)
    return Word(at, end, text[at:end])


def split(text: str, at: int, escape: str) -> tuple[list[Word], int | None]:
    """The words from `at` on, and where the quote stands that is not closed."""
    words: list[Word] = []
    unclosed = None
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        end, unclosed = _end(text, at, escape)
        words.append(Word(at, end, text[at:end]))
        at = end
    return words, unclosed


def _end(text: str, at: int, escape: str) -> tuple[int, int | None]:
    """Where the word at `at` ends, and where in it a quote stands that is not closed."""
    quote = ""
    opened = at
    while at < len(text):
        char = text[at]
        if char == escape and quote != "'" and at + 1 < len(text):
            at += 2
            continue
        if quote:
            if char == quote:
                quote = ""
        elif char in "\"'":
            quote = char
            opened = at
        elif char.isspace():
            return at, None
        at += 1
    return min(at, len(text)), opened if quote else None


def evaluate(raw: str, variables: Mapping[str, str | None], escape: str, depth: int = 0) -> Text:
    """What a raw word says; a variable that `variables` does not hold, or holds as None, is unknown."""
    out: list[str] = []
    names: list[str] = []
    quote = ""
    at = 0
    while at < len(raw):
        char = raw[at]
        if char == escape and quote != "'" and at + 1 < len(raw):
            following = raw[at + 1]
            out.append(following if not quote or following in (*'"$', escape) else char + following)
            at += 2
        elif char in "\"'" and quote in ("", char):
            quote = "" if quote else char
            at += 1
        elif char == "$" and quote != "'":
            part, at = _variable(raw, at + 1, variables, escape, depth)
            names += part.names
            out.append(part.text)
        else:
            out.append(char)
            at += 1
    return Text(HOLE if sum(map(len, out)) > LONGEST else "".join(out), tuple(names))


def _variable(raw: str, at: int, variables: Mapping[str, str | None], escape: str, depth: int) -> tuple[Text, int]:
    """What the reference says whose `$` stands before `at`, and where it ends."""
    if raw.startswith("{", at):
        end = _closing(raw, at, escape)
        return _braced(raw[at + 1 : end], variables, escape, depth), min(end + 1, len(raw))
    found = _NAME.match(raw, at)
    if found is None:
        return Text("$", ()), at
    return _told(found[0], variables.get(found[0])), found.end()


def _braced(inner: str, variables: Mapping[str, str | None], escape: str, depth: int) -> Text:
    found = _BRACED.match(inner)
    if found is None or depth > MOST_NESTED:
        return Text(HOLE, ())
    name, operator, word = found[1], found[2] or "", found[3] or ""
    value = variables.get(name)
    unsure = name in variables and value is None  # set from outside, or not
    if not operator or operator.endswith("?") or unsure:
        return _told(name, value)
    given = name in variables and (value != "" or not operator.startswith(":"))
    if operator.endswith("-") and given:
        return _told(name, value)
    if operator.endswith("+") and not given:
        return Text("", (name,))
    default = evaluate(word, variables, escape, depth + 1)
    return Text(default.text, (name, *default.names))


def _told(name: str, value: str | None) -> Text:
    return Text(HOLE if value is None else value, (name,))


def _closing(raw: str, at: int, escape: str) -> int:
    """Where the `}` stands that closes the `{` at `at`; the end where there is none."""
    depth = 0
    while at < len(raw):
        if raw[at] == escape:
            at += 1
        elif raw[at] == "{":
            depth += 1
        elif raw[at] == "}":
            depth -= 1
            if not depth:
                return at
        at += 1
    return len(raw)
