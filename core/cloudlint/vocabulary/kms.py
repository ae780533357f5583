"""Keys of AWS KMS: whether a value names a key of the customer's own, and the key that a fix may name.

Every service has a key that AWS makes and keeps for it (`alias/aws/rds`), which nobody can share, restrict or revoke.
"""

from __future__ import annotations

from ..model import Change, Reference
from ..resource import ABSENT, KNOWN, Resource, Value

_LOOKUPS = {"data.aws_kms_alias": "name", "data.aws_kms_key": "key_id"}


def lacks_own_key(key: Value) -> bool:
    """Surely no key of the customer's own: not set, empty, or the one that AWS keeps. Unknown is noted."""
    for refers in key.refers:
        attribute = _LOOKUPS.get(refers.kind)
        if attribute is not None and _is_of_aws(refers.entry(attribute)):
            return True
        if refers.kind.startswith(("aws_kms_", "data.aws_kms_")):
            return False
    if key.absent:
        return True
    return key.known == "" or _is_of_aws(key)


def _is_of_aws(key: Value) -> bool:
    text = key.data if key.state is KNOWN else None
    return isinstance(text, str) and (text.startswith(("alias/aws/", "aws/")) or ":alias/aws/" in text)


def use_only_key(resource: Resource, key: Value, attribute: str = "arn") -> Change | None:
    """The change that makes `key` be the one key of the resource's module; None unless there is exactly one."""
    reference = only_key(resource, attribute)
    return key.set(reference) if reference is not None else None


def only_key(resource: Resource, attribute: str = "arn") -> Reference | None:
    """The one key of the resource's module, as code names it; None unless there is exactly one."""
    place = _module(resource)
    keys = [other for other in resource.graph.of("aws_kms_key") if _module(other) == place]
    if len(keys) != 1 or any(keys[0].entry(name).state is not ABSENT for name in ("count", "for_each")):
        return None
    return Reference(f"aws_kms_key.{keys[0].label}.{attribute}")


def _module(resource: Resource) -> str:
    return resource.address.rpartition(f"{resource.kind}.{resource.label}")[0]
