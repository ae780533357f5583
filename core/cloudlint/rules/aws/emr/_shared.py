"""The encryption part of an EMR security configuration, out of the JSON that holds it."""

from __future__ import annotations

from cloudlint.rule import Resource, Value
from cloudlint.vocabulary.json_text import decode


def encryption(configuration: Resource) -> Value:
    """The `EncryptionConfiguration`; absent where there is none, unknown where the JSON is."""
    return decode(configuration["configuration"])["EncryptionConfiguration"]


def is_off(flag: Value) -> bool:
    """Surely not switched on."""
    return flag.absent or flag.equals(False)
