"""Filter patterns for JSON log events, run over sample events ("Filter pattern syntax", CloudWatch Logs guide)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..patterns import pattern

Event = Mapping[str, str]
"""An event by the dotted paths of what it holds: `{"userIdentity.type": "Root"}`."""

Test = Callable[[Event], bool]

_TOKEN = pattern(
    r"""\s*(?:(?P<mark>\(|\)|&&|\|\|)|(?P<compare>!=|<=|>=|=|<|>)|(?P<path>\$\.?[\w.\[\]*"-]+)"""
    r"""|"(?P<quoted>[^"]*)"|(?P<expression>%[^%]*%)|(?P<word>[^\s()&|=!<>"]+))"""
)


def parse(pattern: str) -> Test | None:
    """The test that a pattern `{ ... }` stands for; None for one of another kind or with a mistake in it."""
    text = pattern.strip()
    if not (text.startswith("{") and text.endswith("}")):
        return None
    tokens: list[tuple[str, str]] = []
    at, inside = 0, text[1:-1].strip()
    while at < len(inside):
        match = _TOKEN.match(inside, at)
        if match is None or match.lastgroup is None:
            return None
        tokens.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    parser = _Parser(tokens)
    try:
        test = parser.either()
    except IndexError:
        return None
    return test if parser.at == len(tokens) and not parser.failed else None


class _Parser:
    """One run over the tokens of a pattern; `&&` binds more tightly than `||`."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.failed = False

    def either(self) -> Test:
        tests = [self.both()]
        while self._take("||"):
            tests.append(self.both())
        return lambda event: any(test(event) for test in tests)

    def both(self) -> Test:
        tests = [self.single()]
        while self._take("&&"):
            tests.append(self.single())
        return lambda event: all(test(event) for test in tests)

    def single(self) -> Test:
        if self._take("("):
            test = self.either()
            self.failed |= not self._take(")")
            return test
        kind, path = self._next()
        self.failed |= kind != "path"
        return self._comparison(path.removeprefix("$").removeprefix("."))

    def _comparison(self, path: str) -> Test:
        kind, operator = self._next()
        if kind == "word":
            words = [operator.upper()]
            while words[-1] not in ("EXISTS", "NULL", "TRUE", "FALSE"):
                words.append(self._next()[1].upper())
            wanted = " ".join(words)
            self.failed |= wanted not in ("EXISTS", "NOT EXISTS", "IS NULL", "IS TRUE", "IS FALSE")
            if wanted in ("EXISTS", "NOT EXISTS"):
                return lambda event: (path in event) is (wanted == "EXISTS")
            return lambda event: event.get(path) == wanted.removeprefix("IS ").lower()
        value_kind, value = self._next()
        if kind != "compare" or value_kind not in ("quoted", "word", "expression"):
            self.failed = True
        if operator not in ("=", "!="):
            return lambda event: False
        if value_kind == "expression":
            pattern = value.strip("%")
        else:
            pattern = f"^{re.escape(value).replace(re.escape('*'), '.*')}$"
        try:
            found = re.compile(pattern)
        except re.error:
            self.failed = True
            return lambda event: False
        return lambda event: path in event and (found.search(event[path]) is not None) is (operator == "=")

    def _next(self) -> tuple[str, str]:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _take(self, mark: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == ("mark", mark):
            self.at += 1
            return True
        return False
