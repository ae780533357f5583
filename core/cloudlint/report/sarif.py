"""Findings as SARIF 2.1.0 (OASIS), the form that code hosts read; columns count Unicode code points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from json import dumps

from ..cvss import cvss_score
from ..document import Document
from ..fingerprints import fingerprints
from ..model import Edit, Finding, Fix, Severity, Span
from ..outcome import Outcome
from ..resource import Plain
from ..rule import Rule
from ..suppressing.applying import Suppressed

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}

Show = Callable[[str], str]
Json = Plain


def render(outcome: Outcome, show: Show, tool_version: str) -> str:
    """The whole log, ending in a newline. `show` turns an absolute path into one relative to where the run began."""
    rules = sorted(outcome.rules.values(), key=lambda rule: rule.id)
    order = {rule.id: n for n, rule in enumerate(rules)}
    writer = _Writer(outcome.documents, show)
    every = (*outcome.findings, *(item.finding for item in outcome.suppressed))
    prints = fingerprints(outcome._replace(findings=every))
    driver: Json = {
        "name": "cloudlint",
        "version": tool_version,
        "semanticVersion": tool_version,
        "rules": [_rule(rule) for rule in rules],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            *(
                writer.result(finding, order[finding.rule], fingerprint)
                for finding, fingerprint in zip(outcome.findings, prints, strict=False)
            ),
            *(
                writer.suppressed(item, order[item.finding.rule], fingerprint)
                for item, fingerprint in zip(outcome.suppressed, prints[len(outcome.findings) :], strict=True)
            ),
        ],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


class _Writer:
    def __init__(self, documents: Mapping[str, Document], show: Show) -> None:
        self.documents = documents
        self.show = show

    def result(self, finding: Finding, rule_index: int, fingerprint: str) -> dict[str, Json]:
        result: dict[str, Json] = {
            "ruleId": finding.rule,
            "ruleIndex": rule_index,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [self.location(finding.span, finding.resource)],
            "partialFingerprints": {"cloudlint/v1": fingerprint},
        }
        if finding.related:
            result["relatedLocations"] = [
                {"id": n, "message": {"text": related.message}, **self.location(related.span)}
                for n, related in enumerate(finding.related, 1)
            ]
        if finding.fix is not None:
            result["fixes"] = [self.fix(finding.fix)]
        return result

    def suppressed(self, item: Suppressed, rule_index: int, fingerprint: str) -> Json:
        """A finding that is ignored: in the source, or by a file beside it."""
        told = [item.reason, f"until {item.until}" if item.until else "", f"by {item.by}" if item.by else ""]
        suppression: dict[str, Json] = {"kind": "inSource" if item.means == "comment" else "external"}
        if any(told):
            suppression["justification"] = ", ".join(filter(None, told))
        return {**self.result(item.finding, rule_index, fingerprint), "suppressions": [suppression]}

    def location(self, span: Span, resource: str = "") -> dict[str, Json]:
        physical: dict[str, Json] = {"artifactLocation": self.artifact(span.path)}
        if span.path in self.documents:
            physical["region"] = self.region(span)
        location: dict[str, Json] = {"physicalLocation": physical}
        if resource:
            location["logicalLocations"] = [{"fullyQualifiedName": resource, "kind": "resource"}]
        return location

    def artifact(self, path: str) -> Json:
        from urllib.parse import quote

        shown = self.show(path)
        absolute = shown.startswith("/") or shown[1:2] == ":"
        scheme = "file://" + "/" * (shown[0] != "/") if absolute else ""
        return {"uri": scheme + quote(shown.encode("utf-8", "surrogateescape"))}

    def region(self, span: Span) -> Json:
        document = self.documents[span.path]
        start, end = document.position(span.start), document.position(span.end)
        return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}

    def fix(self, fix: Fix) -> Json:
        by_path: dict[str, list[Edit]] = {}
        for edit in fix.edits:
            by_path.setdefault(edit.span.path, []).append(edit)
        changes: Json = [
            {
                "artifactLocation": self.artifact(path),
                "replacements": [
                    {"deletedRegion": self.region(edit.span), "insertedContent": {"text": edit.text}} for edit in edits
                ],
            }
            for path, edits in by_path.items()
        ]
        return {"description": {"text": f"{fix.title} ({fix.safety})"}, "artifactChanges": changes}


def _rule(rule: Rule) -> Json:
    controls = [f"{name}: {', '.join(controls)}" for name, controls in rule.standards.items()]
    tags = ["security", *controls, *(f"alias: {alias}" for alias in rule.aliases)]
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": _reason(rule)},
        "help": {"text": rule.documentation.strip(), "markdown": rule.documentation.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "security-severity": str(cvss_score(rule.cvss)),
            "precision": "high",
            "problem.severity": "error" if rule.severity >= Severity.HIGH else "warning",
            "tags": list(dict.fromkeys(tags)),
        },
    }


def _reason(rule: Rule) -> str:
    """The documentation's paragraphs before its first section."""
    reason = rule.documentation.partition("\n")[2].partition("\n## ")[0]
    return " ".join(reason.split()) or rule.title
