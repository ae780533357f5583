"""What `cloudlint fix` did, as text: a line for each finding that was fixed, and for each that is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..document import Document
from ..model import Finding, Fix
from ..typed import NamedTuple
from .source import clean
from .text import Painter

Show = Callable[[str], str]


class Done(NamedTuple):
    """The findings that were fixed, those that are left, each with a remark, and the new texts by path."""

    fixed: tuple[Finding, ...]
    left: tuple[tuple[Finding, str], ...]
    texts: Mapping[str, str]


def render(
    done: Done, documents: Mapping[str, Document], show: Show, *, colour: bool = False, written: bool = True
) -> str:
    """The whole report, ending in a newline. `documents` are those of the findings that are left."""
    paint = Painter(colour)
    verb = paint("help", "fixed" if written else "would fix")
    lines = []
    for finding in sorted(done.fixed, key=_first_path):
        assert finding.fix is not None, "what was fixed had a fix"
        where = ", ".join(show(path) for path in dict.fromkeys(edit.span.path for edit in finding.fix.edits))
        lines.append(f"{verb} {clean(where)}: {clean(_what(finding, finding.fix))} [{finding.rule}]")
    for finding, remark in done.left:
        severity = paint(str(finding.severity), f"{finding.severity}[{finding.rule}]")
        tail = paint("dim", f" ({clean(remark)})") if remark else ""
        lines.append(f"left {_where(finding, documents, show)}: {severity}: {clean(finding.message)}{tail}")
    if lines:
        lines.append("")
    return "\n".join([*lines, summary(done, written=written)])


def summary(done: Done, *, written: bool = True) -> str:
    """One line that counts, ending in a newline."""
    verb = "Fixed" if written else "Would fix"
    fixed = f"{verb} {_count(len(done.fixed), 'finding')} in {_count(len(done.texts), 'file')}"
    unsafe = sum(remark.startswith("--unsafe") for _, remark in done.left)
    hint = f", {unsafe} of them with a fix for --unsafe" if unsafe else ""
    return f"{fixed if done.fixed else 'Nothing to fix'}; {_count(len(done.left), 'finding')} left{hint}.\n"


def _what(finding: Finding, fix: Fix) -> str:
    """The title of a fix, and what it was made on; the stages of an image are known by numbers."""
    title = fix.title[:1].lower() + fix.title[1:]
    if not finding.resource:
        return title
    return f"{title} {'in stage' if finding.framework == 'dockerfile' else 'on'} {finding.resource}"


def _first_path(finding: Finding) -> str:
    return min((edit.span.path for edit in finding.fix.edits), default="") if finding.fix is not None else ""


def _where(finding: Finding, documents: Mapping[str, Document], show: Show) -> str:
    document = documents.get(finding.span.path)
    if document is None:
        return clean(show(finding.span.path))
    line, column = document.position(finding.span.start)
    return f"{clean(show(finding.span.path))}:{line}:{column}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
