"""Findings as JSON for programs. `docs/json-output.md` describes the form; `VERSION` counts its breaking changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from json import dumps

from ..document import Document
from ..fingerprints import fingerprints
from ..languages import SUFFIXES
from ..languages.coverage import formats_of
from ..model import Edit, Finding, Fix, Related, Severity, Span
from ..outcome import Outcome, key_of
from ..resource import Plain
from ..rule import Rule
from .statistics import total

VERSION = 1

Show = Callable[[str], str]
Json = Plain


def render(outcome: Outcome, show: Show, tool_version: str) -> str:
    """The whole report, ending in a newline. `show` turns an absolute path into the one that is printed."""
    places = _Places(outcome.documents, show)
    prints = fingerprints(outcome)
    report: dict[str, Json] = {
        "version": VERSION,
        "tool": {"name": "cloudlint", "version": tool_version},
        "findings": [
            {
                **_finding(finding, outcome.rules[finding.rule], places, fingerprint),
                "environments": list(outcome.only_in.get(key_of(finding), outcome.environments)),
            }
            for finding, fingerprint in zip(outcome.findings, prints, strict=True)
        ],
        "undecided": [
            {
                "rule": item.rule,
                **places.of(item.span),
                "resource": item.resource,
                "decided_by": item.decided_by,
            }
            for item in outcome.undecided
        ],
        "suppressed": [
            {
                "rule": item.finding.rule,
                **places.of(item.finding.span),
                "resource": item.finding.resource,
                "means": item.means,
                "reason": item.reason,
                "until": item.until,
                "by": item.by,
            }
            for item in outcome.suppressed
        ],
        "not_followed": [places.related(item) for item in outcome.not_followed],
        "summary": _summary(outcome),
    }
    return dumps(report, indent=2, ensure_ascii=False) + "\n"


def rules(catalogue: Sequence[Rule]) -> str:
    """The rules as a JSON list, ending in a newline."""
    return dumps([_rule(rule) for rule in catalogue], indent=2, ensure_ascii=False) + "\n"


class _Places:
    """Spans as path, start and end; lines and columns count from 1, columns in code points, the end is exclusive."""

    def __init__(self, documents: Mapping[str, Document], show: Show) -> None:
        self.documents = documents
        self.show = show

    def of(self, span: Span) -> dict[str, Json]:
        return {"path": self.show(span.path), "start": self._at(span, span.start), "end": self._at(span, span.end)}

    def _at(self, span: Span, offset: int) -> dict[str, Json]:
        document = self.documents.get(span.path)
        line, column = document.position(offset) if document is not None else (1, 1)
        return {"line": line, "column": column}

    def related(self, related: Related) -> Json:
        return {"message": related.message, **self.of(related.span)}

    def edit(self, edit: Edit) -> Json:
        return {**self.of(edit.span), "text": edit.text}

    def fix(self, fix: Fix | None) -> Json:
        if fix is None:
            return None
        return {"title": fix.title, "safety": str(fix.safety), "edits": [self.edit(edit) for edit in fix.edits]}


def _finding(finding: Finding, rule: Rule, places: _Places, fingerprint: str) -> dict[str, Json]:
    return {
        "rule": finding.rule,
        "aliases": list(rule.aliases),
        "severity": str(finding.severity),
        "cvss": _vector(rule),
        "standards": {name: list(controls) for name, controls in rule.standards.items()},
        "title": rule.title,
        "message": finding.message,
        **places.of(finding.span),
        "resource": finding.resource,
        "kind": finding.kind,
        "framework": finding.framework,
        "related": [places.related(related) for related in finding.related],
        "fix": places.fix(finding.fix),
        "fingerprint": fingerprint,
    }


def _summary(outcome: Outcome) -> Json:
    return {
        "files": outcome.files,
        "resources": outcome.resources,
        "checks": outcome.checks,
        "findings": {
            str(severity): sum(finding.severity is severity for finding in outcome.findings)
            for severity in sorted(Severity, reverse=True)
        },
        "exposure": round(total(outcome), 3),
        "suppressed": len(outcome.suppressed),
        "undecided": len(outcome.undecided),
        "not_analysed": sum(finding.rule == "not-analysed" for finding in outcome.findings),
        "not_followed": len(outcome.not_followed),
    }


def _rule(rule: Rule) -> Json:
    return {
        "rule": rule.id,
        "title": rule.title,
        "severity": str(rule.severity),
        "cvss": _vector(rule),
        "kinds": list(rule.kinds),
        "frameworks": _frameworks(rule),
        "aliases": list(rule.aliases),
        "standards": {name: list(controls) for name, controls in rule.standards.items()},
        "fix": None if rule.fixes is None else str(rule.fixes),
        "default": rule.default,
    }


def _frameworks(rule: Rule) -> list[Json]:
    """The formats in which the rule may find something; the engine's own notices are about all of them."""
    if not rule.registrations:
        return list(SUFFIXES)
    found: set[str] = set()
    for _, kinds, frameworks in rule.registrations:
        able = formats_of(kinds)
        found |= able.intersection(frameworks) if frameworks else able
    return [name for name in SUFFIXES if name in found]


def _vector(rule: Rule) -> str:
    return "CVSS:3.1/" + rule.cvss.removeprefix("CVSS:3.1/")
