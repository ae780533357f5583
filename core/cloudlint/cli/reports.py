"""Which reports `check` makes and where they go: several at once, `--format sarif --output x.sarif --format text`."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Sequence

from ..running import Outcome
from ..typed import NamedTuple
from .options import shown
from .terminal import UsageError, complain, say, terminal_width, wants_colour

FORMATS = ("text", "json", "sarif", "junit", "gitlab", "github", "rdjson", "html")
WITH_EDITS = ("json", "sarif", "rdjson")  # whoever reads these may apply a fix: each is tried first


class Report(NamedTuple):
    """One report; `output` is the file it goes to, empty for standard output."""

    format: str
    output: str = ""


class _Format(Action):
    """A report for each `--format`; `--output` is about the one before it."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Take in one of the two options."""
        reports: tuple[Report, ...] = namespace.reports
        value = str(values)
        if option_string == "--format":
            namespace.reports = (*reports, Report(value))
        elif reports and not reports[-1].output:
            namespace.reports = (*reports[:-1], reports[-1]._replace(output=value))
        else:
            namespace.reports = (*reports, Report(_by_ending(value), value))


def add_reports(made: ArgumentParser) -> None:
    """The arguments that say what is written."""
    told = made.add_argument_group("what is written (both may be given several times)")
    add = told.add_argument
    add(
        "--format", action=_Format, dest="reports", default=(), choices=FORMATS, help="form of a report (default: text)"
    )
    add(
        "--output",
        action=_Format,
        dest="reports",
        metavar="FILE",
        help="where the report goes (default: standard output)",
    )
    add("--statistics", action="store_true", help="add up the findings by rule, or by the standard's controls")
    add("--standard", metavar="NAME", help="only findings that a standard names, such as cis-aws")
    add("--show-ignored", action="store_true", help="list what is ignored, accepted or known, and why")


def chosen(asked: Namespace) -> tuple[Report, ...]:
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
    from ..running import ALWAYS_TOLD

    def named(rule: str) -> bool:
        return rule in ALWAYS_TOLD or standard in outcome.rules[rule].standards

    return outcome._replace(
        findings=tuple(finding for finding in outcome.findings if named(finding.rule)),
        suppressed=tuple(item for item in outcome.suppressed if named(item.finding.rule)),
    )


def write(outcome: Outcome, asked: Namespace, code: int) -> int:
    """Make all reports and give the exit code back; raises UsageError where a file cannot be written."""
    on_screen = None
    for report in chosen(asked):
        if not report.output:
            on_screen = report
            continue
        try:
            with open(report.output, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                file.write(_rendered(report.format, outcome, asked, colour=False))
        except OSError as error:
            reason = (error.strerror or "cannot be written").lower()
            raise UsageError(f"`--output {report.output}`: {reason}") from error
    if on_screen is None:
        from ..report.text import Painter, summary

        complain(summary(outcome, Painter(False)).rstrip())
        return code
    text = _rendered(on_screen.format, outcome, asked, colour=wants_colour())
    return say(text, code, None if on_screen.format == "text" else "utf-8")


def _rendered(form: str, outcome: Outcome, asked: Namespace, *, colour: bool) -> str:
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


def _text(outcome: Outcome, asked: Namespace, colour: bool) -> str:
    from ..report import text

    width = terminal_width()
    made = text.render(outcome, shown, colour=colour, width=width, details=asked.show_unknown)
    if asked.show_ignored and outcome.suppressed:
        made = text.ignored(outcome, shown) + "\n" + made
    if asked.statistics or asked.standard:
        from ..report import statistics

        rows, heading = statistics.by_rule(outcome), "rule"
        if asked.standard:
            heading = standard_of(asked.standard)
            rows = statistics.by_control(outcome, heading)
        made += f"\n{statistics.render(rows, heading)}total exposure (CVSSF): {statistics.total(outcome):,.1f}\n"
    return made


def _by_ending(path: str) -> str:
    """The form that a file's name asks for where no `--format` says it."""
    endings = {".sarif": "sarif", ".json": "json", ".xml": "junit", ".html": "html", ".txt": "text"}
    form = next((form for ending, form in endings.items() if path.lower().endswith(ending)), "")
    if not form:
        raise UsageError(f"`--output {path}`: give a `--format` before it")
    return form
