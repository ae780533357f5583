"""Findings as GitLab's code quality report, shown in merge requests.

The form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Callable
from json import dumps

from ..fingerprints import fingerprints
from ..model import Finding, Severity
from ..outcome import Outcome
from ..resource import Plain

_SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
}

Show = Callable[[str], str]


def render(outcome: Outcome, show: Show) -> str:
    """The whole list, ending in a newline. `show` turns an absolute path into one relative to the repository."""
    prints = fingerprints(outcome)
    found: Plain = [
        _issue(finding, fingerprint, outcome, show)
        for finding, fingerprint in zip(outcome.findings, prints, strict=True)
    ]
    return dumps(found, indent=2, ensure_ascii=False) + "\n"


def _issue(finding: Finding, fingerprint: str, outcome: Outcome, show: Show) -> Plain:
    document = outcome.documents.get(finding.span.path)
    begin = document.position(finding.span.start).line if document is not None else 1
    end = document.position(finding.span.end).line if document is not None else 1
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": show(finding.span.path), "lines": {"begin": begin, "end": max(begin, end)}},
        "categories": ["Security"],
    }
