"""Findings as text for people: what, where, the source with the very place underlined, why, and what would mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..document import Document
from ..model import Finding, Fix, Related, Severity, Span, Undecided
from ..outcome import Outcome
from .source import clean, excerpt
from .statistics import total

Show = Callable[[str], str]
"""An absolute path as it is shown."""

_ANSI = {
    "critical": "\x1b[1;35m",
    "high": "\x1b[1;31m",
    "medium": "\x1b[1;33m",
    "low": "\x1b[1;36m",
    "frame": "\x1b[1;34m",
    "bold": "\x1b[1m",
    "help": "\x1b[1;32m",
    "dim": "\x1b[2m",
}
_RESET = "\x1b[0m"


class Painter:
    """Sets text off with ANSI colours, or leaves it alone."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, style: str, text: str) -> str:
        """The text in a style of the table above."""
        return f"{_ANSI[style]}{text}{_RESET}" if self.colour and text else text


def render(outcome: Outcome, show: Show, *, colour: bool = False, width: int = 100, details: bool = False) -> str:
    """The whole report, ending in a newline. `width` is in columns; `details` lists what could not be decided."""
    paint = Painter(colour)
    blocks = [_finding(finding, outcome.documents, show, paint, width) for finding in outcome.findings]
    if details:
        blocks += [_undecided(item, outcome.documents, show, paint) for item in outcome.undecided]
        blocks += [_not_followed(item, outcome.documents, show, paint) for item in outcome.not_followed]
    return "\n".join([*blocks, summary(outcome, paint, details)])


def _finding(finding: Finding, documents: Mapping[str, Document], show: Show, paint: Painter, width: int) -> str:
    severity = str(finding.severity)
    lines = [paint(severity, f"{severity}[{finding.rule}]") + paint("bold", f": {clean(finding.message)}")]
    places: list[tuple[Span, str]] = [(finding.span, "")]
    places += [(related.span, related.message) for related in _told(finding)]
    numbers = [documents[span.path].position(span.start).line for span, _ in places if span.path in documents]
    gutter = len(str(max(numbers, default=1)))
    frame = paint("frame", " " * gutter + " |")
    for n, (span, message) in enumerate(places):
        if n:
            lines.append(frame)
        arrow = paint("frame", " " * gutter + ("-->" if n == 0 else ":::"))
        lines.append(f"{arrow} {_where(span, documents, show)}")
        document = documents.get(span.path)
        if document is None or not document.text:
            if message:
                lines.append(f"{paint('frame', ' ' * gutter + ' =')} {clean(message)}")
            continue
        number, source, before, marked = excerpt(document, span, width - gutter - 3)
        mark = ("^" if n == 0 else "-") * marked
        label = f" {clean(message)}" if message else ""
        lines.append(frame)
        lines.append(f"{paint('frame', f'{number:>{gutter}} |')} {source}".rstrip())
        lines.append(f"{frame} {' ' * before}{paint(severity if n == 0 else 'frame', mark + label)}")
    if finding.fix is not None:
        lines.append(frame)
        lines.append(f"{paint('frame', ' ' * gutter + ' =')} {paint('help', 'fix')}: {_fix(finding.fix)}")
    return "\n".join(lines) + "\n"


def _told(finding: Finding) -> Iterable[Related]:
    """The related places, each once and none twice in one line's words."""
    return dict.fromkeys(related for related in finding.related if related.span != finding.span)


def _fix(fix: Fix) -> str:
    return f"{clean(fix.title)} ({fix.safety})"


def _where(span: Span, documents: Mapping[str, Document], show: Show) -> str:
    document = documents.get(span.path)
    path = clean(show(span.path))
    if document is None:
        return path
    line, column = document.position(span.start)
    return f"{path}:{line}:{column}"


def _undecided(item: Undecided, documents: Mapping[str, Document], show: Show, paint: Painter) -> str:
    what = paint("bold", f"undecided[{item.rule}]") + f": an unknown value decides about `{clean(item.resource)}`"
    if item.decided_by:
        what += f": {clean(item.decided_by)}"
    return f"{what}\n {paint('frame', '-->')} {_where(item.span, documents, show)}\n"


def _not_followed(item: Related, documents: Mapping[str, Document], show: Show, paint: Painter) -> str:
    what = f"{paint('bold', 'not followed')}: {clean(item.message)}"
    return f"{what}\n {paint('frame', '-->')} {_where(item.span, documents, show)}\n"


def ignored(outcome: Outcome, show: Show) -> str:
    """A line for each finding that is ignored, accepted or known: where, which rule, and why; ends in a newline."""
    lines = []
    for item in outcome.suppressed:
        told = [item.reason or f"by a {item.means}" * (item.means == "comment") or item.means]
        told += [f"until {item.until}"] * bool(item.until) + [f"by {item.by}"] * bool(item.by)
        where = _where(item.finding.span, outcome.documents, show)
        lines.append(f"ignored[{item.finding.rule}] {where}: {clean(', '.join(told))}\n")
    return "".join(lines)


# --------------------------------------------------------------------- summary

_CALLERS = (".tf", ".tofu", ".tf.json", ".tofu.json", ".hcl")  # what calls modules


def summary(outcome: Outcome, paint: Painter, details: bool = False) -> str:
    """One or two lines: findings by severity, what was looked at, and what was not; ends in a newline."""
    looked = ", ".join(
        (_count(outcome.files, "file"), _count(outcome.resources, "resource"), _count(outcome.checks, "check") + " run")
    )
    unanalysed = sum(finding.rule == "not-analysed" for finding in outcome.findings)
    left = [
        f"{len(outcome.undecided)} undecided",
        f"{unanalysed} not analysed",
    ]
    if outcome.suppressed:
        left.append(f"{len(outcome.suppressed)} ignored")
    if outcome.not_followed:
        templates = sum("Helm template" in item.message for item in outcome.not_followed)
        calls = sum(item.span.path.endswith(_CALLERS) for item in outcome.not_followed)
        others = len(outcome.not_followed) - templates - calls
        left += [f"{_count(calls, 'module call')} not followed"] if calls else []
        left += [f"{_count(others, 'reference')} not followed"] if others else []
        left += [f"{_count(templates, 'Helm template')} not judged"] if templates else []
    hint = "" if details or not (outcome.undecided or outcome.not_followed) else " (--show-unknown lists them)"
    return f"{_verdict(outcome, paint)}\n{looked}; {', '.join(left)}{paint('dim', hint)}\n"


def _verdict(outcome: Outcome, paint: Painter) -> str:
    """The findings by severity, and what they add up to (`cvss.exposure`)."""
    findings = outcome.findings
    if not findings:
        return paint("help", "No findings.")
    counts = [
        (severity, sum(finding.severity is severity for finding in findings))
        for severity in sorted(Severity, reverse=True)
    ]
    parts = ", ".join(paint(str(severity), f"{count} {severity}") for severity, count in counts if count)
    return f"{paint('bold', _count(len(findings), 'finding'))}: {parts}; exposure {total(outcome):,.1f}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
