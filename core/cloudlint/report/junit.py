"""Findings as JUnit XML, which every build server shows: a suite a file, a failed case a finding.

The form is that of Jenkins' xUnit plugin (junit-10.xsd), which knows no `file` and `line` of a case: the path is the
case's class, the line is in its name. A file without findings is one case that passed, an ignored finding a case that
was skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from ..model import Finding, Span
from ..outcome import Outcome

Show = Callable[[str], str]


def render(outcome: Outcome, show: Show) -> str:
    """The whole document, ending in a newline. `show` turns an absolute path into the one that is written."""
    by_path: dict[str, list[str]] = {path: [] for path in outcome.targets}
    failures = dict.fromkeys(by_path, 0)
    for finding in outcome.findings:
        by_path.setdefault(finding.span.path, []).append(
            _case(finding, outcome, show, _failure(finding, outcome, show))
        )
        failures[finding.span.path] = failures.get(finding.span.path, 0) + 1
    for item in outcome.suppressed:
        skipped = f"<skipped message={_attribute(item.reason or item.means)}/>"
        by_path.setdefault(item.finding.span.path, []).append(_case(item.finding, outcome, show, skipped))
    suites = [_suite(show(path), cases, failures.get(path, 0)) for path, cases in sorted(by_path.items())]
    tests = sum(max(len(cases), 1) for cases in by_path.values())
    head = f'<testsuites name="cloudlint" tests="{tests}" failures="{len(outcome.findings)}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(name: str, cases: list[str], failures: int) -> str:
    skipped = sum("<skipped" in case for case in cases)
    counts = f'tests="{max(len(cases), 1)}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'
    passed = f'    <testcase classname={_attribute(name)} name="no findings" time="0"/>'
    return "\n".join([f"  <testsuite name={_attribute(name)} {counts}>", *(cases or [passed]), "  </testsuite>"])


def _case(finding: Finding, outcome: Outcome, show: Show, inner: str) -> str:
    path, line = show(finding.span.path), _line(finding.span, outcome)
    what = " ".join(part for part in (finding.rule, finding.resource, f"line {line}") if part)
    return f'    <testcase classname={_attribute(path)} name={_attribute(what)} time="0">{inner}</testcase>'


def _failure(finding: Finding, outcome: Outcome, show: Show) -> str:
    lines = [f"{show(finding.span.path)}:{_line(finding.span, outcome)}: {finding.message}"]
    lines += (f"{show(it.span.path)}:{_line(it.span, outcome)}: {it.message}" for it in finding.related)
    if finding.fix is not None:
        lines.append(f"fix: {finding.fix.title} ({finding.fix.safety})")
    head = f"<failure type={_attribute(str(finding.severity))} message={_attribute(finding.message)}>"
    return head + escape(_legal("\n".join(lines))) + "</failure>"


def _line(span: Span, outcome: Outcome) -> int:
    document = outcome.documents.get(span.path)
    return document.position(span.start).line if document is not None else 1


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    """Without the characters that XML 1.0 has no way to write."""
    return "".join(char if char in "\t\n\r" or (char >= " " and not _outside(char)) else "\ufffd" for char in text)


def _outside(char: str) -> bool:
    return "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
