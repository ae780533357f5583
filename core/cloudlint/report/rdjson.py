"""Findings in reviewdog's diagnostic format (rdjson), so that fixes arrive as suggested changes on a pull request.

The format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Lines count from 1; columns from 1 in bytes of
UTF-8, the end exclusive. A suggestion belongs to the file of its diagnostic and is one stretch of text. Ours are whole
lines, without columns and without the last line break: that is what code hosts can show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from json import dumps

from ..document import Document
from ..documentation import parse
from ..model import UNSAFE, Finding, Fix, Severity, Span
from ..outcome import Outcome
from ..resource import Plain
from ..rule import Rule

_SEVERITIES = {Severity.CRITICAL: "ERROR", Severity.HIGH: "ERROR", Severity.MEDIUM: "WARNING", Severity.LOW: "INFO"}

Show = Callable[[str], str]
Json = Plain


def render(outcome: Outcome, show: Show) -> str:
    """The whole report, ending in a newline. `show` turns an absolute path into one relative to the repository."""
    writer = _Writer(outcome.documents, show)
    report: Json = {
        "source": {"name": "cloudlint"},
        "diagnostics": [writer.diagnostic(finding, outcome.rules[finding.rule]) for finding in outcome.findings],
    }
    return dumps(report, indent=2, ensure_ascii=False) + "\n"


class _Writer:
    def __init__(self, documents: Mapping[str, Document], show: Show) -> None:
        self.documents = documents
        self.show = show
        self.pages: dict[str, str] = {}

    def diagnostic(self, finding: Finding, rule: Rule) -> Json:
        diagnostic: dict[str, Json] = {
            "message": finding.message if finding.fix is None else f"{finding.message}\n\nFix: {_titled(finding.fix)}",
            "location": self.location(finding.span),
            "severity": _SEVERITIES[finding.severity],
            "code": self.code(rule),
        }
        if finding.related:
            diagnostic["related_locations"] = [
                {"message": related.message, "location": self.location(related.span)} for related in finding.related
            ]
        suggested = self.suggestion(finding)
        if suggested is not None:
            diagnostic["suggestions"] = [suggested]
        return diagnostic

    def code(self, rule: Rule) -> Json:
        if rule.id not in self.pages:
            see = parse(rule.documentation).see
            self.pages[rule.id] = see[0] if see else ""
        page = self.pages[rule.id]
        return {"value": rule.id, "url": page} if page else {"value": rule.id}

    def location(self, span: Span) -> Json:
        location: dict[str, Json] = {"path": self.show(span.path)}
        document = self.documents.get(span.path)
        if document is not None:
            location["range"] = {"start": _position(document, span.start), "end": _position(document, span.end)}
        return location

    def suggestion(self, finding: Finding) -> Json:
        """The fix as one stretch of lines; None where it is in another file or lacks what only a person knows."""
        fix, document = finding.fix, self.documents.get(finding.span.path)
        if fix is None or document is None or fix.safety < UNSAFE:
            return None
        if any(edit.span.path != document.path for edit in fix.edits):
            return None
        start, end, text = whole_lines(document.text, fix)
        last = max(start, end - 1)  # the end may stand behind the last line break
        position = document.position
        return {
            "range": {"start": {"line": position(start).line}, "end": {"line": position(last).line}},
            "text": text.replace("\r\n", "\n"),
        }


def whole_lines(text: str, fix: Fix) -> tuple[int, int, str]:
    """The lines that a fix of one file changes, as offsets, and what they become; both without the last line break."""
    edits = sorted(dict.fromkeys(fix.edits))
    start, end = edits[0].span.start, max(edit.span.end for edit in edits)
    if start == edits[0].span.end and start > 0 and text[start - 1] == "\n":
        start -= 1  # new lines belong to the line before them, which is there and likelier to be in view
    start = text.rfind("\n", 0, start) + 1
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    new = "".join(parts)
    whole = end > start and text[end - 1] == "\n" and (new == "" or new.endswith("\n"))
    if not whole:
        behind = text.find("\n", end)
        behind = len(text) if behind < 0 else behind
        new += text[end:behind]
        end = behind
    else:
        new = new[:-1]
        end -= 1
    return start, end, new.removesuffix("\r")


def _position(document: Document, offset: int) -> Json:
    line, column = document.position(offset)
    before = document.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _titled(fix: Fix) -> str:
    return f"{fix.title} ({fix.safety})"
