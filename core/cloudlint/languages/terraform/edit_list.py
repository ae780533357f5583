"""Edits in lists: one more item, in the layout that the others are in."""

from __future__ import annotations

from ...resource import Plain
from . import writing
from .draft import Draft
from .layout import line_start, past_comma
from .syntax import Object, Tuple


def append(draft: Draft, here: Tuple, item: Plain) -> bool:
    """Write an item behind the last of a list; False where there is no place for it."""
    text = draft.text
    if not draft.sound(here.start, here.end):
        return False
    if "\n" not in text[here.start : here.end]:
        new = writing.expression(item, flat=True)
        if here.items:
            draft.put(here.items[-1].end, here.items[-1].end, f", {new}")
        else:
            draft.put(here.start, here.end, f"[{new}]")
        return True
    closing = line_start(text, here.end - 1)
    if text[closing : here.end - 1].strip():
        return _append_hugged(draft, here, item)
    return _append_line(draft, here, item, closing)


def _append_line(draft: Draft, here: Tuple, item: Plain, closing: int) -> bool:
    """Write an item on lines of its own, with a comma behind it where the last one has one."""
    text, outer = draft.text, draft.indent(here.end - 1)
    indent, after, tail = outer + draft.unit(), closing, ","
    if here.items:
        last = here.items[-1]
        end = past_comma(text, last.end)
        after = draft.line_after(end)
        if after < 0 or text[after:closing].lstrip(" \t").startswith(","):  # a comma on a line of its own
            return False
        if line_start(text, last.start) > here.start:
            indent = draft.indent(last.start)
        if end == last.end:
            tail = ""
            draft.put(end, end, ",")
    new = writing.expression(item, indent, draft.unit(outer, indent))
    draft.put(after, after, f"{indent}{new}{tail}\n")
    return True


def _append_hugged(draft: Draft, here: Tuple, item: Plain) -> bool:
    """Write an item behind the last, whose end shares its line with the bracket: `}, {` between objects."""
    text = draft.text
    last = here.items[-1] if here.items else None
    if last is None or text[last.end : here.end - 1].strip():
        return False
    first, indent = line_start(text, last.end - 1), draft.indent(last.end - 1)
    if isinstance(last, Object) and "\n" in text[last.start : last.end]:
        outer = draft.indent(last.start)
        inner = draft.indent(last.items[-1].start) if last.items else outer + draft.unit()
        if not text[first : last.end - 1].strip():
            draft.put(first, last.end - 1, inner)  # where the formatter wants what closes and opens
        new = writing.expression(item, outer, draft.unit(outer, inner))
        if "\n" in new:  # its end takes the place of the old one
            new = new[: new.rindex("\n") + 1] + indent + new[new.rindex("\n") + 1 :].lstrip()
        draft.put(last.end, last.end, f", {new}")
        return True
    apart = not text[line_start(text, last.start) : last.start].strip()
    new = writing.expression(item, flat=True)
    draft.put(last.end, last.end, f",\n{indent}{new}" if apart else f", {new}")
    return True
