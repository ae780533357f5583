"""What a stage says of the stages that it continues, so that rules find what is in force without going through all."""

from __future__ import annotations

from ...resource import KNOWN, Value


def above(start: Value) -> Value:
    """For the stage with this FROM: the next stage above that holds an instruction, by the name of the instruction, and
    the one that begins it all (`base`). Each value refers to its stage.
    """
    known = start.data if isinstance(start.data, dict) else {}
    parent = next(iter(known["stage"].refers), None) if "stage" in known else None
    if parent is None or not isinstance(parent.data, dict):
        return Value(KNOWN, {}, start.span, open=start.open)
    before = parent.data["above"]
    found = dict(before.data) if isinstance(before.data, dict) else {}
    here = Value(KNOWN, None, start.span, refers=(parent,))
    found.setdefault("base", here)
    for keyword, value in parent.data.items():
        if isinstance(value.data, tuple) and value.data:
            found[keyword] = here
    return Value(KNOWN, found, start.span, open=start.open or before.open)
