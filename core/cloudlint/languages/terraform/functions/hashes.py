"""Digests, and what differs at every run."""

from __future__ import annotations

import hashlib

from ....resource import Plain, Value
from ..types import NUMBER, STRING
from .calling import Call, Failure, Function, plain, shaped
from .encoding import encode_base64


def digest(algorithm: str, text: str) -> bytes:
    """The digest of a text's UTF-8 bytes."""
    return hashlib.new(algorithm, text.encode("utf-8", "replace"), usedforsecurity=False).digest()


def _hexadecimal(algorithm: str) -> Function:
    return plain(STRING)(lambda text: digest(algorithm, text).hex())


def _base64(algorithm: str) -> Function:
    return plain(STRING)(lambda text: encode_base64(digest(algorithm, text)))


md5, sha1, sha256, sha512 = map(_hexadecimal, ("md5", "sha1", "sha256", "sha512"))
base64sha256, base64sha512 = map(_base64, ("sha256", "sha512"))

_NAMESPACES = {"dns": "0", "url": "1", "oid": "2", "x500": "4"}


@plain(STRING, STRING)
def uuidv5(namespace: str, name: str) -> Plain:
    from uuid import UUID, uuid5

    digit = _NAMESPACES.get(namespace)
    try:
        space = UUID(f"6ba7b81{digit}-9dad-11d1-80b4-00c04fd430c8" if digit else namespace)
    except ValueError:
        raise Failure from None
    return str(uuid5(space, name))


@shaped()
def uuid(call: Call) -> Value:
    return call.unknown()


@shaped(STRING, rest=NUMBER)
def bcrypt(call: Call, text: Value, *cost: Value) -> Value:
    return call.unknown()


@shaped(STRING, STRING)
def rsadecrypt(call: Call, text: Value, key: Value) -> Value:
    return call.unknown()
