"""Findings as one HTML page that needs nothing else: by severity, file, rule and standard, with source, search, filter.

Without scripts it is a plain list, the most exposed findings first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from ..cvss import cvss_score, exposure
from ..model import Finding, Severity, Span
from ..running import Outcome
from ..standards import STANDARDS
from .page import SCRIPT, STYLE
from .source import clean
from .statistics import by_rule, total

CONTEXT = 2  # lines above and below the one that is marked
LONGEST = 400  # code points of a line

Show = Callable[[str], str]


def render(outcome: Outcome, show: Show, tool_version: str) -> str:
    """The whole page, ending in a newline. `show` turns an absolute path into the one that is printed."""
    ranked = sorted(outcome.findings, key=lambda finding: -_score(finding, outcome))
    body = [
        "<h1>cloudlint report</h1>",
        f'<p class="dim">{_looked_at(outcome)}; cloudlint {escape(tool_version)}</p>',
        _totals(outcome),
        _form(outcome),
        '<p class="dim" id="count" role="status"></p>',
        '<div id="findings">',
        *(_finding(finding, outcome, show) for finding in ranked),
        "</div>",
        _rules(outcome),
        _ignored(outcome, show),
    ]
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>cloudlint report</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style></head>\n<body><main>\n"
        + "\n".join(part for part in body if part)
        + f"\n</main><script>{SCRIPT}</script></body></html>\n"
    )


def _looked_at(outcome: Outcome) -> str:
    return (
        f"{outcome.files:,} files, {outcome.resources:,} resources, {outcome.checks:,} checks run; "
        f"{len(outcome.undecided):,} undecided, {len(outcome.suppressed):,} ignored"
    )


def _totals(outcome: Outcome) -> str:
    counts = [
        (str(each), sum(it.severity is each for it in outcome.findings)) for each in sorted(Severity, reverse=True)
    ]
    cards = [
        f'<div class="{name}"><b>{count:,}</b><span class="severity">{name}</span></div>' for name, count in counts
    ]
    exposed = f'<b>{total(outcome):,.1f}</b><span class="dim">exposure (CVSSF)</span>'
    cards.append(f'<div title="the sum of 4^(CVSS-4)">{exposed}</div>')
    return f'<div class="totals">{"".join(cards)}</div>'


def _form(outcome: Outcome) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{each}" checked> {each}</label>'
        for each in sorted(Severity, reverse=True)
    )
    present = sorted({name for rule in outcome.rules.values() for name in rule.standards})
    standards = "".join(
        f'<option value="{escape(name)}">{escape(STANDARDS.get(name, name))}</option>' for name in present
    )
    groups = "".join(f"<option>{name}</option>" for name in ("severity", "file", "rule", "standard"))
    return (
        '<form><input type="search" name="search" placeholder="Search" aria-label="Search">'
        f'{boxes}<select name="standard" aria-label="Standard"><option value="">every standard</option>'
        f"{standards}</select>"
        f'<label>by <select name="group">{groups}</select></label></form>'
    )


def _finding(finding: Finding, outcome: Outcome, show: Show) -> str:
    rule = outcome.rules.get(finding.rule)
    standards = rule.standards if rule is not None else {}
    controls = [f"{name} {control}" for name, numbers in standards.items() for control in numbers]
    score = _score(finding, outcome)
    words = " ".join([finding.rule, finding.message, finding.resource, show(finding.span.path), *controls])
    data = {
        "severity": str(finding.severity),
        "rule": finding.rule,
        "path": show(finding.span.path),
        "standards": " ".join(standards),
        "controls": "|".join(controls),
        "exposure": f"{exposure(score):.3f}",
        "words": words.lower(),
    }
    attributes = " ".join(f'data-{name}="{escape(clean(value))}"' for name, value in data.items())
    inner = [
        f'<span class="severity">{finding.severity}</span> <code>{escape(finding.rule)}</code> '
        f'<span class="dim">CVSS {score:.1f}</span>',
        f"<h3>{escape(clean(finding.message))}</h3>",
        _place(finding.span, "", outcome, show),
        *(_place(related.span, related.message, outcome, show) for related in dict.fromkeys(finding.related)),
    ]
    if finding.fix is not None:
        inner.append(f"<p><b>fix</b>: {escape(clean(finding.fix.title))} ({finding.fix.safety})</p>")
    if controls:
        inner.append(f'<p class="dim">{escape(", ".join(controls))}</p>')
    return f'<article class="{finding.severity}" {attributes}>{"".join(inner)}</article>'


def _place(span: Span, message: str, outcome: Outcome, show: Show) -> str:
    """A place with the lines around it, the stretch marked."""
    document = outcome.documents.get(span.path)
    said = f": {escape(clean(message))}" if message else ""
    if document is None:
        return f'<p class="dim">{escape(clean(show(span.path)))}{said}</p>'
    start, end = document.position(span.start), document.position(span.end)
    head = f'<p class="dim">{escape(clean(show(span.path)))}:{start.line}:{start.column}{said}</p>'
    lines = document.text.split("\n")
    numbers = range(max(1, start.line - CONTEXT), min(len(lines), start.line + CONTEXT) + 1)
    until = end.column if end.line == start.line else len(lines[start.line - 1].rstrip()) + 1
    shown = [
        f'<span class="number">{number:>5}</span>  '
        + (
            _marked(lines[number - 1], start.column - 1, until - 1)
            if number == start.line
            else _code(lines[number - 1])
        )
        for number in numbers
    ]
    return head + "<pre>" + "\n".join(shown) + "</pre>"


def _marked(line: str, start: int, end: int) -> str:
    return f"{_code(line[:start])}<mark>{_code(line[start:end]) or ' '}</mark>{_code(line[end:])}"


def _code(text: str) -> str:
    cut = text.rstrip("\r")
    return escape(clean(cut[:LONGEST].expandtabs(4))) + ("..." if len(cut) > LONGEST else "")


def _rules(outcome: Outcome) -> str:
    rows = "".join(
        f'<tr><td><code>{escape(row.name)}</code></td><td class="n">{row.findings}</td>'
        f'<td class="n">{row.score:.1f}</td><td class="n">{row.exposure:,.1f}</td></tr>'
        for row in by_rule(outcome)
    )
    return _table("Rules by exposure", ("rule", "findings", "CVSS", "exposure"), rows)


def _ignored(outcome: Outcome, show: Show) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(it.finding.rule)}</code></td><td>{escape(clean(show(it.finding.span.path)))}</td>"
        f"<td>{escape(clean(it.reason or it.means))}</td><td>{escape(clean(it.until))}</td>"
        f"<td>{escape(clean(it.by))}</td></tr>"
        for it in outcome.suppressed
    )
    return _table("Ignored and accepted", ("rule", "file", "reason", "until", "by"), rows)


def _table(title: str, heads: Iterable[str], rows: str) -> str:
    if not rows:
        return ""
    cells = "".join(f"<th>{head}</th>" for head in heads)
    return f"<details><summary>{title}</summary><table><tr>{cells}</tr>{rows}</table></details>"


def _score(finding: Finding, outcome: Outcome) -> float:
    rule = outcome.rules.get(finding.rule)
    return cvss_score(rule.cvss) if rule is not None else 0.0
