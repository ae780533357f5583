"""REST APIs: the API that something belongs to, who reaches it, and what one stage is called."""

from __future__ import annotations

from cloudlint.rule import Resource, Value


def api_of(part: Resource) -> Resource | None:
    """The REST API that a method or stage belongs to; None where it is not seen here."""
    found = (refers for refers in part["rest_api_id"].refers if refers.kind == "aws_api_gateway_rest_api")
    return next(found, None)


def is_private(api: Resource) -> bool | None:
    """Is the API reached through VPC endpoints only? None where that is not known."""
    types = api["endpoint_configuration.types"]
    if types.unknown or types.open:
        return None
    names = [item.text for item in types.items()]
    return None if None in names else names == ["PRIVATE"]


def same(one: Value, other: Value) -> bool | None:
    """Do two values name the same thing? None: perhaps."""
    if any(target in other.refers for target in one.refers):
        return True
    first, second = one.text, other.text
    if first is not None and second is not None:
        return first == second
    return False if one.refers and other.refers else None
