"""What rules about keys need: whether a key is one that AWS manages."""

from __future__ import annotations

from cloudlint.resource import State
from cloudlint.rule import Value

_LOOKUPS = {"data.aws_kms_key": "key_id", "data.aws_kms_alias": "name"}


def managed_by_aws(key: Value) -> bool:
    """Is no key given, or one that AWS manages (`alias/aws/...`), written out or looked up?"""
    if key.state is State.UNKNOWN and key.refers:
        lookups = [refers[_LOOKUPS[refers.kind]] for refers in key.refers if refers.kind in _LOOKUPS]
        return any((lookup.text or "").startswith("alias/aws/") for lookup in lookups)
    text = key.text or ""
    return key.absent or key.equals("") or text.startswith("aws/") or ":alias/aws/" in f":{text}"
