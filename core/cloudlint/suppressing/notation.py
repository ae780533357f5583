"""Our notation: `cloudlint: ignore[rule-a, rule-b] reason until=2027-03-31 by=ann`, and `ignore-file[...]`."""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import pattern as regex
from .ignore import Notation, Pattern

_OURS = regex(r"(?m)cloudlint:[ \t]*(ignore-file|ignore)\b[ \t]*(?:\[([^\]\n]*)(\]|$))?([^\n]*)")
_OPTION = regex(r"(?:^|(?<=\s))(until|by)=(\"[^\"]*\"|\S+)")
_NAME = regex(r"[^\s,]+")
_DATE = regex(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def notations(comment: str) -> Iterator[Notation]:
    """Every ignore in a comment's text."""
    for found in _OURS.finditer(comment):
        word, names, closed, rest = found.groups()
        patterns = tuple(named(names, found.start(2))) if names is not None else ()
        rest = rest.removesuffix("*/").rstrip()
        options = {option[1]: option[2].strip('"') for option in _OPTION.finditer(rest)}
        until = options.get("until", "")
        yield Notation(
            found.start(),
            found.start(4) + len(rest),
            patterns,
            "file" if word == "ignore-file" else "here",
            " ".join(_OPTION.sub("", rest).split()).lstrip(":- "),
            until,
            options.get("by", ""),
            wrong=_wrong(word, patterns, closed, until),
        )


def named(names: str, offset: int) -> Iterator[Pattern]:
    """The names of a comma-separated list that stands at `offset`."""
    for found in _NAME.finditer(names):
        yield Pattern(found[0], offset + found.start(), offset + found.end())


def dated(until: str) -> bool:
    """Is this a date as YYYY-MM-DD?"""
    return _DATE.fullmatch(until) is not None


def _wrong(word: str, patterns: tuple[Pattern, ...], closed: str | None, until: str) -> str:
    if not patterns:
        return f"`{word}` names no rule; write `{word}[rule-id] reason`"
    if not closed:
        return f"the list of `{word}[` is not closed"
    if until and not dated(until):
        return f"`until={until}` is no date; write it as 2027-03-31"
    return ""
