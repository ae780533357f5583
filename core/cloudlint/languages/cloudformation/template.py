"""A document to its one raw Value and the resources in it, in YAML or JSON, whatever state the text is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from ...resource import Value
from ...typed import NamedTuple
from ...vocabulary.json_text import parse_json
from ...vocabulary.json_tree import JsonError
from .recognising import is_json
from .scope import Scope

_LONG = {"Ref": "Ref", "Condition": "Condition"}


class Declared(NamedTuple):
    """A resource as it stands in the template: its logical id, its raw object, and the scope it is worked out in.

    `key` is what the author wrote where a loop makes the logical id of it (`Table${Name}`).
    """

    label: str
    raw: Value
    scope: Scope
    key: str


class Parsed(NamedTuple):
    """The raw values of the templates in a document, one in nearly all, and what could not be read of them."""

    roots: tuple[Value, ...]
    notices: tuple[Finding, ...]


def parsed(document: Document) -> Parsed:
    """The raw values of a document."""
    if is_json(document.text):
        try:
            return Parsed((parse_json(document.text, document.path),), ())
        except JsonError as error:
            found = _yaml(document)
            if found.roots and not found.notices:
                return found  # JSON with comments, or YAML in flow style
            return Parsed(found.roots, (_notice(document, error.message, error.offset, error.offset + 1),))
    return _yaml(document)


def _yaml(document: Document) -> Parsed:
    from ..yaml.loading import load
    from ..yaml.values import Reader

    stream = load(document.text)
    notices = [_notice(document, *problem) for problem in stream.problems]
    reader = Reader(document, long_name, stream.problems)
    roots = tuple(reader.value(node) for node in stream.documents if node is not None)
    for start, end, key in reader.duplicates:
        notices.append(_notice(document, f"the key `{key}` is given twice, the last one counts", start, end))
    return Parsed(roots, tuple(notices))


def long_name(tag: str) -> str:
    """`!Sub` -> `Fn::Sub`; nothing for tags that are no functions."""
    if not tag.startswith("!") or len(tag) < 2:
        return ""
    name = tag[1:]
    return _LONG.get(name, "Fn::" + name)


def _notice(document: Document, message: str, start: int, end: int) -> Finding:
    message = message[:1].upper() + message[1:]
    span = document.span(start, max(end, start))
    return Finding(SYNTAX_ERROR.id, SYNTAX_ERROR.severity, message, span, framework="cloudformation")


def is_root(root: Value) -> bool:
    """Is this the value of a template: does it have resources, one of which has a type?"""
    declared = root.data.get("Resources") if isinstance(root.data, Mapping) else None
    if declared is None or not isinstance(declared.data, Mapping):
        return False
    return any(key.startswith("Fn::ForEach::") or "::" in type_of(raw) for key, raw in declared.data.items())


def type_of(raw: Value) -> str:
    """The native type of a resource."""
    written = raw.data.get("Type") if isinstance(raw.data, Mapping) else None
    return written.data if written is not None and isinstance(written.data, str) else ""


def declared(root: Value, scope: Scope) -> Iterator[Declared]:
    """The resources of a template, loops unrolled, but not those whose condition surely does not hold."""
    assert isinstance(root.data, Mapping)
    section = root.data["Resources"].data
    assert isinstance(section, Mapping)
    for key, raw in section.items():
        if key.startswith("Fn::ForEach::"):
            for name, body, inner in scope.rounds(raw):
                if _exists(body, inner):
                    yield Declared(inner.filled(name), body, inner, name)
        elif _exists(raw, scope):
            yield Declared(key, raw, scope, key)


def _exists(raw: Value, scope: Scope) -> bool:
    if not isinstance(raw.data, Mapping) or "::" not in type_of(raw):
        return False
    condition = raw.data.get("Condition")
    if condition is None or not isinstance(condition.data, str):
        return True
    return scope.condition(condition.data) is not False
