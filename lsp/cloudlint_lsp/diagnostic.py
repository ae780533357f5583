"""Findings as diagnostics, in the JSON that is sent: they come by the hundred with every key, and all but a few say
what they said before. The protocol's own classes would cost more than finding them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from lsprotocol import types

from cloudlint.model import HIGH, LOW, MEDIUM, Finding, Severity
from cloudlint.notices import IGNORE_EXPIRED, IGNORE_UNUSED, SYNTAX_ERROR

from .convert import Places

SOURCE = "cloudlint"
MOST_REMEMBERED = 10_000  # diagnostics, about 5 MB
MOST_ERRORS = 100  # of syntax, in one file: whoever opens something else as `.tf` need not get thousands at every key

_IDLE = frozenset((IGNORE_UNUSED.id, IGNORE_EXPIRED.id))  # comments that do nothing, which editors show faded
_SEVERITIES = {
    LOW: types.DiagnosticSeverity.Information,
    MEDIUM: types.DiagnosticSeverity.Warning,
}

Pair = tuple[int, int]  # line and character


class Reported(NamedTuple):
    """A finding as it is shown: with its fingerprint, and the address of its rule's page (may be empty)."""

    finding: Finding
    fingerprint: str
    page: str = ""


class Held(NamedTuple):
    """What a file holds: a JSON list of diagnostics, the rule of each, and what is equal for equal lists."""

    text: str
    rules: tuple[str, ...]
    identity: str


def held(diagnostics: Iterable[str], rules: Iterable[str]) -> Held:
    """Diagnostics, each as JSON, as what a file holds."""
    text = f"[{','.join(diagnostics)}]"
    return Held(text, tuple(rules), sha256(text.encode("ascii")).hexdigest()[:24])


NOTHING = held((), ())


class Writer:
    """Writes findings as diagnostics; remembers what it wrote of each but its places."""

    def __init__(self) -> None:
        self._rests: dict[object, str] = {}

    def held(self, found: Iterable[Reported], places: Places, *, related: bool = True) -> Held:
        """What a file holds; `related` is false for clients that do not show related places."""
        found = _bearable(tuple(found))
        written = [self.diagnostic(reported, places, related=related) for reported in found]
        return held(written, (reported.finding.rule for reported in found))

    def diagnostic(self, reported: Reported, places: Places, *, related: bool = True) -> str:
        """A finding as a diagnostic, in JSON."""
        finding = reported.finding
        start, end = places.pairs(finding.span)
        written = f'{{"range":{_range(start, end)},{self._rest(reported)}'
        shown = [other for other in finding.related if places.holds(other.span.path)] if related else ()
        if shown:
            others = (
                f'{{"message":{json.dumps(message)},"location":'
                f'{{"uri":{json.dumps(places.uri(span.path))},"range":{_range(*places.pairs(span))}}}}}'
                for span, message in shown
            )
            written += f',"relatedInformation":[{",".join(others)}]'
        return written + "}"

    def _rest(self, reported: Reported) -> str:
        """All that does not depend on where things stand, without the braces."""
        finding, fix = reported.finding, reported.finding.fix
        mended = None if fix is None else (fix.title, fix.safety)
        key = (reported.fingerprint, finding.rule, finding.severity, finding.message, mended, reported.page)
        rest = self._rests.get(key)
        if rest is None:
            if len(self._rests) >= MOST_REMEMBERED:
                self._rests.clear()
            rest = self._rests[key] = _inside(_content(reported))
        return rest


def _bearable(found: tuple[Reported, ...]) -> tuple[Reported, ...]:
    """The findings of a file without most of its syntax errors, where they are too many; the last one tells."""
    if len(found) <= MOST_ERRORS:
        return found
    errors = [reported for reported in found if reported.finding.rule == SYNTAX_ERROR.id]
    if len(errors) <= MOST_ERRORS:
        return found
    last = errors[MOST_ERRORS - 1]
    message = f"{last.finding.message} ({len(errors) - MOST_ERRORS} more syntax errors are not shown)"
    shown = [*errors[: MOST_ERRORS - 1], last._replace(finding=last.finding._replace(message=message))]
    return (*shown, *(reported for reported in found if reported.finding.rule != SYNTAX_ERROR.id))


def _content(reported: Reported) -> dict[str, object]:
    finding = reported.finding
    # What a client hands back with a diagnostic, and shows if it likes; the edits are made when they are asked for.
    data: dict[str, object] = {"fingerprint": reported.fingerprint, "severity": str(finding.severity)}
    if finding.fix is not None:
        data["fix"] = {"title": finding.fix.title, "safety": str(finding.fix.safety)}
    made: dict[str, object] = {
        "severity": _severity(finding.severity),
        "code": finding.rule,
        "source": SOURCE,
        "message": finding.message,
        "data": data,
    }
    if reported.page:
        made["codeDescription"] = {"href": reported.page}
    if finding.rule in _IDLE:
        made["tags"] = [types.DiagnosticTag.Unnecessary.value]
    return made


def note(message: str, line: int, severity: Severity = HIGH, code: str = "settings") -> Held:
    """A file of settings that holds one diagnostic, about a whole line (from 0)."""
    content = {"severity": _severity(severity), "code": code, "source": SOURCE, "message": message}
    written = f'{{"range":{_range((line, 0), (line + 1, 0))},{_inside(content)}}}'
    return held((written,), (code,))


def _range(start: Pair, end: Pair) -> str:
    return f'{{"start":{{"line":{start[0]},"character":{start[1]}}},"end":{{"line":{end[0]},"character":{end[1]}}}}}'


def _inside(content: dict[str, object]) -> str:
    """An object in JSON without its braces, and without blanks: clients read hundreds of them with every key."""
    return json.dumps(content, separators=(",", ":"))[1:-1]


def _severity(severity: Severity) -> int:
    return _SEVERITIES.get(severity, types.DiagnosticSeverity.Error).value
