"""Which reports `check` makes and where they go: several at once, `--format sarif --output x.sarif --format text`."""

from __future__ import annotations

from ..outcome import Outcome
from .asked import Asked, Report
from .options import shown
from .terminal import UsageError, complain, say, terminal_width, wants_colour

FORMATS = ("text", "json", "sarif", "junit", "gitlab", "github", "rdjson", "html")
WITH_EDITS = ("json", "sarif", "rdjson")  # whoever reads these may apply a fix: each is tried first


def chosen(asked: Asked) -> tuple[Report, ...]:
    """The reports to make; raises UsageError where two would go to standard output."""
    reports: tuple[Report, ...] = asked.reports or (Report("text"),)
    if sum(not report.output for report in reports) > 1:
        raise UsageError("two reports for standard output; `--output FILE` after a `--format` sends it to a file")
    return reports


def standard_of(name: str) -> str:
    """The key of the standard that a name or the beginning of one means; raises UsageError."""
    from ..standards import STANDARDS

    found = [key for key in STANDARDS if key == name.lower()] or [
        key for key in STANDARDS if key.startswith(name.lower())
    ]
    if len(found) != 1:
        what = "is no standard" if not found else f"may be {' or '.join(f'`{key}`' for key in found)}"
        raise UsageError(f"`--standard {name}` {what}; there are {', '.join(STANDARDS)}")
    return found[0]


def restricted(outcome: Outcome, standard: str) -> Outcome:
    """The outcome with only the findings that a standard names, and those that say something was not judged."""
    from ..outcome import ALWAYS_TOLD

    def named(rule: str) -> bool:
        return rule in ALWAYS_TOLD or standard in outcome.rules[rule].standards

    return outcome._replace(
        findings=tuple(finding for finding in outcome.findings if named(finding.rule)),
        suppressed=tuple(item for item in outcome.suppressed if named(item.finding.rule)),
    )


def write(outcome: Outcome, asked: Asked, code: int) -> int:
    """Make all reports and give the exit code back; raises UsageError where a file cannot be written."""
    on_screen = None
    for report in chosen(asked):
        if not report.output:
            on_screen = report
            continue
        from ..writing import guard

        try:
            guard(report.output)
            with open(report.output, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                file.write(_rendered(report.format, outcome, asked, colour=False))
        except OSError as error:
            reason = (error.strerror or "cannot be written").lower()
            raise UsageError(f"`--output {report.output}`: {reason}") from error
    if on_screen is None:
        from ..report.text import Painter, summary

        complain(summary(outcome, Painter(False)).rstrip())
    if asked.statistics and (on_screen is None or on_screen.format != "text"):
        complain(_statistics(outcome, asked).rstrip())
    if on_screen is None:
        return code
    text = _rendered(on_screen.format, outcome, asked, colour=wants_colour())
    return say(text, code, None if on_screen.format == "text" else "utf-8")


def _rendered(form: str, outcome: Outcome, asked: Asked, *, colour: bool) -> str:
    if form == "text":
        return _text(outcome, asked, colour)
    if form == "github":
        from ..report import github

        return github.render(outcome, shown)
    if form == "rdjson":
        from ..report import rdjson

        return rdjson.render(outcome, shown)
    if form == "junit":
        from ..report import junit

        return junit.render(outcome, shown)
    if form == "gitlab":
        from ..report import gitlab

        return gitlab.render(outcome, shown)
    return _versioned(form, outcome)


def _versioned(form: str, outcome: Outcome) -> str:
    from ..version import VERSION

    if form == "json":
        from ..report import json

        return json.render(outcome, shown, VERSION)
    if form == "html":
        from ..report import html

        return html.render(outcome, shown, VERSION)
    from ..report import sarif

    return sarif.render(outcome, shown, VERSION)


def _text(outcome: Outcome, asked: Asked, colour: bool) -> str:
    from ..report import text

    width = terminal_width()
    made = text.render(outcome, shown, colour=colour, width=width, details=asked.show_unknown)
    if asked.show_ignored and outcome.suppressed:
        made = text.ignored(outcome, shown) + "\n" + made
    if asked.statistics or asked.standard:
        made += "\n" + _statistics(outcome, asked)
    return made


def _statistics(outcome: Outcome, asked: Asked) -> str:
    from ..report import statistics

    rows, heading = statistics.by_rule(outcome), "rule"
    if asked.standard:
        heading = standard_of(asked.standard)
        rows = statistics.by_control(outcome, heading)
    return f"{statistics.render(rows, heading)}total exposure (CVSSF): {statistics.total(outcome):,.1f}\n"
