"""One attribute's values for people: what it comes to, and the way it took, a place a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..document import Document
from ..model import Span
from ..resource import ABSENT, UNKNOWN
from ..tracing import Traced
from .source import clean

LONGEST = 60  # code points of source that are shown


def render(
    asked: str, values: Mapping[Traced, str], documents: Mapping[str, Document], show: Callable[[str], str]
) -> str:
    """A paragraph for each value, ending in a newline, with the words that say in which environments it holds.

    `show` makes the path that is printed of an absolute one.
    """
    attribute = asked.rpartition(".")[2]
    return "\n".join(
        _value(f"`{attribute}` {_said(value)} {clean(where)}", value, documents, show)
        for value, where in values.items()
    )


def _value(said: str, value: Traced, documents: Mapping[str, Document], show: Callable[[str], str]) -> str:
    lines = [f"{value.address}: {said.rstrip()}"]
    if value.span is not None:
        lines.append(f"  {'around' if value.state is ABSENT else 'at'} {_place(value, value.span, documents, show)}")
    lines += [f"  from {clean(step.what)} at {_place(value, step.span, documents, show)}" for step in value.steps]
    return "\n".join(lines) + "\n"


def _said(value: Traced) -> str:
    if value.state is ABSENT:
        return "is not set"
    if value.shown:
        return f"is {clean(value.shown)}"
    reason = f": {clean(value.decided_by)}" if value.decided_by else ""
    return f"is {'unknown' if value.state is UNKNOWN else 'known in parts only'}{reason}"


def _place(value: Traced, span: Span, documents: Mapping[str, Document], show: Callable[[str], str]) -> str:
    document = documents.get(span.path)
    if document is None:
        return clean(show(span.path))
    line, column = document.position(span.start)
    if value.sensitive:
        return f"{clean(show(span.path))}:{line}:{column}"
    source = " ".join(document.text[span.start : span.end].split())
    source = source if len(source) <= LONGEST else source[: LONGEST - 1] + "…"
    return f"{clean(show(span.path))}:{line}:{column}: {clean(source)}"
