"""Findings as one HTML page that needs nothing else: by severity, file, rule and standard, with source, search, filter.

Without scripts it is a plain list, the most exposed findings first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from ..cvss import cvss_score, exposure
from ..documentation import Documentation, parse
from ..model import Finding, Severity, Span
from ..outcome import Outcome
from ..rule import Rule
from ..standards import STANDARDS
from .page import SCRIPT, STYLE
from .source import clean
from .statistics import Row, by_file, by_rule, total

CONTEXT = 2  # lines above and below the one that is marked
LONGEST = 400  # code points of a line
RANKED = 6  # rules and files in the overview

Show = Callable[[str], str]


def render(outcome: Outcome, show: Show, tool_version: str) -> str:
    """The whole page, ending in a newline. `show` turns an absolute path into the one that is printed."""
    ranked = sorted(outcome.findings, key=lambda finding: -_score(finding, outcome))
    body = [
        f"<header><h1>cloudlint report</h1>\n<p>{_looked_at(outcome)}; cloudlint {escape(tool_version)}</p></header>",
        _overview(outcome, show) if ranked else '<p class="none">No findings.</p>',
        _form(outcome) if ranked else "",
        '<p id="count" role="status"></p>',
        '<div id="findings">',
        *(_finding(finding, outcome, show) for finding in ranked),
        "</div>",
        '<p id="rest" hidden><button type="button"></button></p>',
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


# -------------------------------------------------------------------------- the top


def _overview(outcome: Outcome, show: Show) -> str:
    """What it all adds up to, and the rules and files that contribute most."""
    shares = {
        each: sum(exposure(_score(it, outcome)) for it in outcome.findings if it.severity is each)
        for each in sorted(Severity, reverse=True)
    }
    bars = "".join(
        f'<i class="{each}" style="flex:{share:.3f}" title="{each}: {share:,.1f}"></i>'
        for each, share in shares.items()
        if share
    )
    return (
        '<section class="overview">'
        f'<div><h2>Exposure</h2><p class="total">{total(outcome):,.1f}</p><p class="bar">{bars}</p>'
        '<p class="dim">The sum of 4<sup>CVSS-4</sup> (CVSSF): ten trifles do not outweigh one catastrophe</p></div>'
        f"{_ranking('Most exposed rules', by_rule(outcome))}"
        f"{_ranking('Most exposed files', [row._replace(name=show(row.name)) for row in by_file(outcome)])}"
        "</section>"
    )


def _ranking(title: str, rows: Sequence[Row]) -> str:
    """The first rows as a list with bars; a click searches for the name."""
    most = rows[0].exposure if rows else 0.0
    items = "".join(
        f'<li style="--share:{100 * row.exposure / (most or 1):.1f}%"><button type="button" '
        f'data-search="{escape(clean(row.name))}">{escape(clean(row.name))}</button>'
        f"<span>{row.exposure:,.1f}</span></li>"
        for row in rows[:RANKED]
    )
    left = f'<p class="dim">{len(rows):,} in all</p>' if len(rows) > RANKED else ""
    return f"<div><h2>{title}</h2><ol>{items}</ol>{left}</div>"


def _form(outcome: Outcome) -> str:
    counts = {each: sum(it.severity is each for it in outcome.findings) for each in sorted(Severity, reverse=True)}
    boxes = "".join(
        f'<label class="chip {each}"><input type="checkbox" name="severity" value="{each}" checked>'
        f"<b>{count:,}</b> {each}</label>"
        for each, count in counts.items()
    )
    found = {finding.rule for finding in outcome.findings}
    present = sorted({name for rule in outcome.rules.values() if rule.id in found for name in rule.standards})
    standards = "".join(
        f'<option value="{escape(name)}">{escape(STANDARDS.get(name, name))}</option>' for name in present
    )
    groups = "".join(f'<option value="{name}">by {name}</option>' for name in ("severity", "file", "rule", "standard"))
    return (
        '<form><input type="search" name="search" placeholder="Search rules, files, messages" '
        f'aria-label="Search"><span class="chips">{boxes}</span>'
        f'<select name="standard" aria-label="Standard"><option value="">every standard</option>{standards}</select>'
        f'<select name="group" aria-label="Group">{groups}</select></form>'
    )


# ------------------------------------------------------------------------- findings


def _finding(finding: Finding, outcome: Outcome, show: Show) -> str:
    rule = outcome.rules.get(finding.rule)
    standards = rule.standards if rule is not None else {}
    controls = [f"{name} {control}" for name, numbers in standards.items() for control in numbers]
    score = _score(finding, outcome)
    data = {
        "severity": str(finding.severity),
        "rule": finding.rule,
        "path": show(finding.span.path),
        "resource": finding.resource,
        "controls": "|".join(controls),
        "exposure": f"{exposure(score):.3f}",
    }
    attributes = " ".join(f'data-{name}="{escape(clean(value))}"' for name, value in data.items())
    inner = [
        f'<p class="head"><span class="severity">{finding.severity}</span> '
        f'<a href="#{escape(finding.rule)}">{escape(finding.rule)}</a> <span class="dim">CVSS {score:.1f}</span></p>',
        f"<h3>{_prose(finding.message)}</h3>",
        _place(finding.span, "", outcome, show, CONTEXT),
        *(_place(related.span, related.message, outcome, show, 0) for related in dict.fromkeys(finding.related)),
    ]
    if finding.fix is not None:
        inner.append(f'<p class="fix"><b>fix</b> {_prose(finding.fix.title)} ({finding.fix.safety})</p>')
    if controls:
        inner.append(f'<p class="controls">{"".join(f"<span>{escape(control)}</span>" for control in controls)}</p>')
    return f'<article class="{finding.severity}" {attributes}>{"".join(inner)}</article>'


def _place(span: Span, message: str, outcome: Outcome, show: Show, context: int) -> str:
    """A place with the lines around it, the stretch marked."""
    document = outcome.documents.get(span.path)
    said = f" {_prose(message)}" if message else ""
    if document is None:
        return f'<p class="place"><b>{escape(clean(show(span.path)))}</b>{said}</p>'
    start, end = document.position(span.start), document.position(span.end)
    head = f'<p class="place"><b>{escape(clean(show(span.path)))}:{start.line}:{start.column}</b>{said}</p>'
    first, last = max(1, start.line - context), min(start.line + context, len(document.lines.starts))
    lines = [document.lines.line(number) for number in range(first, last + 1)]
    until = end.column if end.line == start.line else len(lines[start.line - first].rstrip()) + 1
    shown = [
        f'<span class="number">{number:>4}</span>  '
        + (_marked(line, start.column - 1, until - 1) if number == start.line else _code(line))
        for number, line in enumerate(lines, first)
    ]
    return head + "<pre>" + "\n".join(shown) + "</pre>"


def _marked(line: str, start: int, end: int) -> str:
    return f"{_code(line[:start])}<mark>{_code(line[start:end]) or ' '}</mark>{_code(line[end:])}"


def _code(text: str) -> str:
    cut = text.rstrip("\r")
    return escape(clean(cut[:LONGEST].expandtabs(4))) + ("..." if len(cut) > LONGEST else "")


def _prose(text: str) -> str:
    """A sentence, what stands between backticks set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(clean(text)))


# ------------------------------------------------------------------------ the bottom


def _rules(outcome: Outcome) -> str:
    """Every rule that found something: why it matters, the standards it serves, and where to read on."""
    rows = by_rule(outcome)
    return f"<section><h2>Rules</h2>{''.join(_rule(row, outcome) for row in rows)}</section>" if rows else ""


def _rule(row: Row, outcome: Outcome) -> str:
    rule = outcome.rules.get(row.name)
    if rule is None:
        return ""
    told = _told(rule)
    count = f"{row.findings:,} finding{'' if row.findings == 1 else 's'}"
    standards = "".join(
        f"<li>{escape(STANDARDS.get(name, name))}: {escape(', '.join(controls))}</li>"
        for name, controls in rule.standards.items()
    )
    see = "".join(
        f'<li><a href="{escape(address)}">{escape(address)}</a></li>'
        for address in told.see
        if address.startswith("https://")
    )
    return (
        f'<details class="rule" id="{escape(rule.id)}"><summary><span>{escape(rule.id)}</span>'
        f'<span class="dim">{count}, CVSS {row.score:.1f}, exposure {row.exposure:,.1f}</span></summary>'
        f"<p><b>{_prose(told.title)}</b></p>{_paragraphs(told.reason)}{_paragraphs(told.fix)}"
        f"<ul>{standards}{see}</ul></details>"
    )


def _told(rule: Rule) -> Documentation:
    """What its documentation says; where that is in no good form, its title."""
    try:
        return parse(rule.documentation)
    except ValueError:
        return Documentation(rule.title, "", (), "", ())


def _paragraphs(text: str) -> str:
    """Documentation as paragraphs: lines flow, items of lists stay apart."""
    parts = (re.split(r"\n(?=[*-] |\d+\. )", part) for part in text.split("\n\n") if part.strip())
    return "".join(
        f'<p class="text">{"<br>".join(_prose(" ".join(item.split())) for item in items)}</p>' for items in parts
    )


def _ignored(outcome: Outcome, show: Show) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(it.finding.rule)}</code></td>"
        f"<td>{escape(clean(_where(it.finding.span, outcome, show)))}</td>"
        f"<td>{escape(clean(it.reason or it.means))}</td><td>{escape(clean(it.until))}</td>"
        f"<td>{escape(clean(it.by))}</td></tr>"
        for it in outcome.suppressed
    )
    return _table(f"{len(outcome.suppressed):,} ignored or accepted", ("rule", "place", "why", "until", "by"), rows)


def _table(title: str, heads: Iterable[str], rows: str) -> str:
    if not rows:
        return ""
    cells = "".join(f"<th>{head}</th>" for head in heads)
    table = f'<div class="wide"><table><tr>{cells}</tr>{rows}</table></div>'
    return f"<section><details><summary>{title}</summary>{table}</details></section>"


def _where(span: Span, outcome: Outcome, show: Show) -> str:
    document = outcome.documents.get(span.path)
    return show(span.path) + (f":{document.position(span.start).line}" if document is not None else "")


def _score(finding: Finding, outcome: Outcome) -> float:
    rule = outcome.rules.get(finding.rule)
    return cvss_score(rule.cvss) if rule is not None else 0.0
