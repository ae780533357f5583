"""What several rules about trails need: the bucket that takes the logs, and what data events a trail records."""

from __future__ import annotations

from cloudlint.resource import State
from cloudlint.rule import Resource, Value

OBJECTS = "AWS::S3::Object"


def log_bucket(trail: Resource) -> Resource | None:
    """The bucket that takes the trail's logs; None where it is not seen here."""
    named = trail["s3_bucket_name"]
    for refers in named.refers:
        if refers.kind == "aws_s3_bucket":
            return refers
    if named.state is State.KNOWN:
        for bucket in trail.graph.of("aws_s3_bucket"):
            own = bucket.entry("bucket")
            if own.state is State.KNOWN and own.data == named.data:
                return bucket
    return None


def lacks_object_events(trail: Resource, access: str) -> bool:
    """Does the trail surely not record `access` (`ReadOnly`, `WriteOnly`) to objects in S3?"""
    for name in ("event_selector", "advanced_event_selector"):
        if trail[name].unknown or trail[name].open:
            return False
    basic = any(_basic(selector, access) for selector in trail.blocks("event_selector"))
    return not basic and not any(_advanced(selector, access) for selector in trail.blocks("advanced_event_selector"))


def _basic(selector: Value, access: str) -> bool:
    kind = selector["read_write_type"]
    wanted = kind.absent or kind.unknown or kind.one_of(("All", access))
    types = selector.each("data_resource.type")
    return wanted and any(type_.unknown or type_.equals(OBJECTS) for type_ in types)


def _advanced(selector: Value, access: str) -> bool:
    objects, excluded = False, False
    for field in selector.blocks("field_selector"):
        name, values = field["field"], field["equals"].items()
        if name.equals("resources.type"):
            objects = not values or any(value.unknown or value.equals(OBJECTS) for value in values)
        elif name.equals("readOnly"):
            excluded = any(value.equals(access == "WriteOnly") for value in values)
    return objects and not excluded
