"""What several rules about DocumentDB need: a parameter of a group, looked up by its name."""

from __future__ import annotations

from cloudlint.rule import Resource, Value


def parameter(group: Resource, name: str) -> Value | None:
    """The value of a parameter; None where the group does not set it, or perhaps does not (that is noted)."""
    for block in group.blocks("parameter"):
        if block["name"].equals(name):
            return block["value"]
    return None


def may_hold_more(group: Resource) -> bool:
    """May the group set parameters that are not seen here? Noted as an unknown read."""
    listed = group["parameter"]
    return listed.open or listed.unknown or any(block["name"].unknown for block in group.blocks("parameter"))
