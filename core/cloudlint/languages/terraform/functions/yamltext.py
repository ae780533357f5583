"""YAML as Terraform writes and reads it: its library speaks YAML 1.1 with a few words of its own."""

from __future__ import annotations

import re
from typing import ClassVar

import yaml

from ....patterns import pattern
from ....resource import ABSENT, Plain, Value
from ...yaml.building import is_too_deep
from ..scalars import parse_number, text_of
from .calling import LONGEST, Failure, Undecided
from .encoding import decode_base64

# Terraform's emitter is a translation of libyaml, which folds long strings in another way than PyYAML's own.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# ------------------------------------------------------------------ writing


def write(value: Value) -> str:
    """A wholly known value as a YAML document. Raises Undecided where that would be too long."""
    root = _node(value)
    text: str = yaml.serialize(root, Dumper=_DUMPER, allow_unicode=True, width=80)
    if isinstance(root, yaml.ScalarNode) and not root.style and not text.endswith("...\n"):
        text += "...\n"  # libyaml has since given up the document end after a lone plain scalar
    if len(text) > LONGEST:
        raise Undecided
    return text


def _node(value: Value) -> yaml.Node:
    data = value.data
    if value.state is ABSENT or data is None:
        return yaml.ScalarNode("tag:yaml.org,2002:null", "null")
    if isinstance(data, str):
        return _text(data)
    if isinstance(data, bool):
        return yaml.ScalarNode("tag:yaml.org,2002:bool", text_of(data))
    if isinstance(data, (int, float)):
        tag = "tag:yaml.org,2002:int" if isinstance(data, int) else "tag:yaml.org,2002:float"
        return yaml.ScalarNode(tag, text_of(data))
    if isinstance(data, tuple):
        items = [_node(item) for item in data]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=not items)
    pairs = [(_text(name), _node(data[name])) for name in sorted(data)]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=not pairs)


def _text(text: str) -> yaml.Node:
    """Strings are quoted; those of several lines are blocks."""
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style="|" if "\n" in text else '"')


# ------------------------------------------------------------------ reading

_PREFIX = "tag:yaml.org,2002:"
_NULLS = {"", "~", "null", "Null", "NULL"}
_TRUES = {"true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON"}
_FALSES = {"false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF"}
_BASED = pattern(r"0(?:x[0-9a-fA-F]+|o[0-7]+)\Z")
_NUMBER = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_INFINITE = pattern(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_DATE = pattern(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]*)?(Z|[-+][0-9]{2}:[0-9]{2})?)?\Z"
)


class _Loader(_LOADER):  # type: ignore[valid-type, misc]
    """Guesses no tags: what stands unquoted and untagged is told from what is tagged."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


def read(text: str) -> Plain:
    """The one document in a text as plain data. Raises Failure where there is none, or several, or a tag of its own."""
    try:
        if is_too_deep(text):
            raise Undecided
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError):
        raise Failure from None
    if root is None:
        raise Failure
    return _Reader().node(root)


class _Reader:
    """Turns nodes into data; aliases repeat what they name, so the nodes are counted."""

    def __init__(self) -> None:
        self.nodes = 0
        self.inside: set[int] = set()

    def node(self, node: yaml.Node) -> Plain:
        """A node as plain data. Raises Undecided where aliases make it too large."""
        self.nodes += 1
        if self.nodes > 100_000:
            raise Undecided
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if id(node) in self.inside or node.tag not in (_PREFIX + "map", _PREFIX + "seq"):
            raise Failure
        self.inside.add(id(node))
        held: Plain = (
            [self.node(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else self._mapping(node)
        )
        self.inside.discard(id(node))
        return held

    def _mapping(self, node: yaml.Node) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == "<<" and not key.style:
                entries = self.node(value)
                if not isinstance(entries, dict):
                    raise Failure
                found.update(entries)
                continue
            name = self.node(key)
            if not isinstance(name, (str, int, float)):
                raise Failure
            found[text_of(name)] = self.node(value)
        return found


def _scalar(node: yaml.ScalarNode) -> Plain:
    text: str = node.value
    if not node.tag.startswith(_PREFIX):
        raise Failure
    kind = node.tag[len(_PREFIX) :]
    # Without resolvers PyYAML says `str` of whatever is not tagged; a word tagged so is told by its place.
    if kind == "binary":
        decode_base64(text)
        return text
    if node.style:
        return text
    if kind == "str":
        tagged = node.end_mark.index - node.start_mark.index > len(text)
        return text if tagged and text else _guess(text)
    if kind == "null":
        return None
    found = _guess(text)
    fits = {"int": (int,), "float": (int, float), "bool": (bool,), "timestamp": (str,)}.get(kind)
    if fits is None or not isinstance(found, fits):
        raise Failure
    return found


def _guess(text: str) -> Plain:
    """What an unquoted word means."""
    if text in _NULLS:
        return None
    if text in _TRUES or text in _FALSES:
        return text in _TRUES
    if _BASED.match(text):
        return int(text, 0)
    if _NUMBER.match(text):
        number = parse_number(text)
        if number is None:
            raise Failure
        return number
    if _INFINITE.match(text):
        raise Failure
    date = _DATE.match(text)
    return _date(date) or text if date else text


def _date(match: re.Match[str]) -> str:
    """A date as Terraform writes it, empty where there is no such day or time."""
    from datetime import datetime

    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        datetime(year, month, day, hour, minute, second)
    except ValueError:
        return ""
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{match[7] or 'Z'}"
