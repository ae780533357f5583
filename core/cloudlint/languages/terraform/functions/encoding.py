"""Base64, URL encoding, CSV."""

from __future__ import annotations

import re

from ....patterns import pattern
from ....resource import Plain, Value
from ..types import STRING
from .calling import LONGEST, Call, Failure, Undecided, normal, plain, shaped

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\Z")


def decode_base64(text: str) -> bytes:
    """The bytes that padded base64 stands for; line ends are skipped. Raises Failure for anything else."""
    from binascii import a2b_base64

    text = text.replace("\n", "").replace("\r", "")
    if not _BASE64.match(text):
        raise Failure
    return a2b_base64(text)


def encode_base64(data: bytes) -> str:
    """Bytes in padded base64."""
    from binascii import b2a_base64

    return b2a_base64(data, newline=False).decode("ascii")


_IANA = pattern(
    r"(utf-(8|16|16be|16le)|iso-8859-[0-9]+|latin[0-9]|windows-[0-9]+|koi8-[ru]|ibm[0-9]+|shift_jis|euc-(jp|kr)|gbk|gb18030"
    r"|big5|iso-2022-jp|us-ascii|macintosh)\Z",
    re.IGNORECASE,
)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Failure from None


@plain(STRING)
def base64encode(text: str) -> Plain:
    return encode_base64(text.encode("utf-8", "replace"))


@plain(STRING)
def base64decode(text: str) -> Plain:
    return _decoded(decode_base64(text))


@shaped(STRING)
def base64gzip(call: Call, text: Value) -> Value:
    """Which bytes come out depends on the compressor; nobody reads them before they are unpacked."""
    return call.unknown()


@plain(STRING)
def base64gunzip(text: str) -> Plain:
    import zlib

    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(decode_base64(text), LONGEST)
    except zlib.error:
        raise Failure from None
    if unpacker.unconsumed_tail:
        raise Undecided
    if not unpacker.eof:
        raise Failure
    return _decoded(data)


def _codec(name: str) -> str:
    """Python's name for an encoding that Terraform knows by its IANA name. Raises Failure where there is none."""
    import codecs

    if not _IANA.match(name):
        raise Failure
    try:
        return codecs.lookup("utf-16-be" if name.lower() == "utf-16" else name).name
    except LookupError:
        raise Failure from None


@plain(STRING, STRING)
def textencodebase64(text: str, encoding: str) -> Plain:
    codec = _codec(encoding)
    mark = b"\xfe\xff" if encoding.lower() == "utf-16" else b""
    try:
        return encode_base64(mark + text.encode(codec))
    except UnicodeEncodeError:
        raise Failure from None


@plain(STRING, STRING)
def textdecodebase64(text: str, encoding: str) -> Plain:
    data = decode_base64(text)
    codec = "utf-16" if encoding.lower() == "utf-16" and data[:2] in (b"\xfe\xff", b"\xff\xfe") else _codec(encoding)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        raise Failure from None


@plain(STRING)
def urlencode(text: str) -> Plain:
    from urllib.parse import quote_plus

    return quote_plus(text)


@plain(STRING)
def urldecode(text: str) -> Plain:
    from urllib.parse import unquote_to_bytes

    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        raise Failure
    return normal(_decoded(unquote_to_bytes(text.replace("+", " "))))


@plain(STRING)
def csvdecode(text: str) -> Plain:
    """As Go reads it: quotes only around whole fields, every row as long as the first, empty lines skipped."""
    rows = list(_csv_rows(text.replace("\r\n", "\n")))
    if not rows:
        raise Failure
    header, *records = rows
    if len(set(header)) != len(header) or any(len(record) != len(header) for record in records):
        raise Failure
    return [dict(zip(header, record)) for record in records]


_FIELD = pattern(r'"((?:[^"]|"")*)"(?=[,\n]|\Z)|([^",\n]*)(?=[,\n]|\Z)')


def _csv_rows(text: str) -> list[list[str]]:
    rows: list[list[str]] = []
    at = 0
    while at < len(text):
        if text[at] == "\n":
            at += 1
            continue
        row: list[str] = []
        while True:
            match = _FIELD.match(text, at)
            if match is None:
                raise Failure
            row.append(match[2] if match[1] is None else match[1].replace('""', '"'))
            at = match.end() + 1
            if text[match.end() : at] != ",":
                break
        rows.append(row)
    return rows
