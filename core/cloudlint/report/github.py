"""Findings as workflow commands of GitHub Actions, which become annotations beside the changed lines.

The format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Callable

from ..model import Finding, Severity
from ..outcome import Outcome

_LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}

Show = Callable[[str], str]


def render(outcome: Outcome, show: Show) -> str:
    """A line a finding. `show` turns an absolute path into one relative to the repository."""
    return "".join(f"{_command(finding, outcome, show)}\n" for finding in outcome.findings)


def _command(finding: Finding, outcome: Outcome, show: Show) -> str:
    properties = {"title": finding.rule, "file": show(finding.span.path)}
    document = outcome.documents.get(finding.span.path)
    if document is not None:
        start, end = document.position(finding.span.start), document.position(finding.span.end)
        properties |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:  # columns are only taken for a single line
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
    message = finding.message
    if finding.fix is not None:
        message += f"\nFix: {finding.fix.title} ({finding.fix.safety})"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
