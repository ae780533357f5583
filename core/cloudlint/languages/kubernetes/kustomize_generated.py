"""What a kustomization generates: config maps and secrets, from literals and from files of the repository.

Names are kept as they are written. Kustomize adds a hash of the content to them and to all references: who refers to
what is the same without, and a finding stays the same when the content changes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from ...document import Document
from ...resource import KNOWN, UNKNOWN, Value
from ...typed import NamedTuple
from .kustomize import entry_of, items_of, located, word_of

_KINDS = (("configMapGenerator", "ConfigMap", "data"), ("secretGenerator", "Secret", "stringData"))

Reading = Callable[[str], "Document | None"]


class Generated(NamedTuple):
    """An object, and what it does to one of that name that is there already: `create`, `merge`, `replace`."""

    value: Value
    behaviour: str
    where: str  # its entries: `data`, `stringData`


def generated(folder: str, root: Value, reading: Reading) -> Iterator[Generated]:
    """The objects of the generators of a kustomization; `reading` gives the text of a path, if there is one."""
    common = entry_of(root, "generatorOptions")
    for generator, kind, where in _KINDS:
        for item in items_of(root, generator):
            name = entry_of(item, "name")
            if name is None:
                continue
            metadata = {key: value for key in ("name", "namespace") if (value := entry_of(item, key)) is not None}
            options = entry_of(item, "options")
            for key in ("labels", "annotations"):
                found = {**_entries(common, key), **_entries(options, key)}
                if found:
                    metadata[key] = Value(KNOWN, found, name.span, name=key)
            entries = {key: value.but(name=key) for key, value in _data(folder, item, reading)}
            written = {
                "apiVersion": Value(KNOWN, "v1", name.span),
                "kind": Value(KNOWN, kind, name.span),
                "metadata": Value(KNOWN, metadata, name.span),
                where: Value(KNOWN, entries, name.span, name=where),
            }
            immutable = entry_of(options, "immutable") or entry_of(common, "immutable")
            if immutable is not None:
                written["immutable"] = immutable
            if kind == "Secret":
                written["type"] = entry_of(item, "type") or Value(KNOWN, "Opaque", name.span)
            yield Generated(Value(KNOWN, written, name.span), word_of(item, "behavior") or "create", where)


def laid_over(value: Value, new: Generated) -> Value:
    """An object with what a generator merges into it, or has in its place."""
    assert isinstance(value.data, Mapping)
    assert isinstance(new.value.data, Mapping)
    entries = dict(value.data)
    fresh = new.value.data[new.where]
    given = fresh.data if isinstance(fresh.data, Mapping) else {}
    for where in {"data", "stringData"} & set(entries):
        old = entries[where]
        kept = old.data if isinstance(old.data, Mapping) and new.behaviour == "merge" else {}
        entries[where] = old.but(data={key: item for key, item in kept.items() if key not in given})
    old = entries.get(new.where, fresh)
    entries[new.where] = old.but(data={**(old.data if isinstance(old.data, Mapping) else {}), **given})
    metadata = entries["metadata"]
    described = dict(metadata.data) if isinstance(metadata.data, Mapping) else {}
    for key in ("labels", "annotations"):
        more = _entries(new.value.data["metadata"], key)
        if more:
            described[key] = described.get(key, metadata).but(data={**_entries(metadata, key), **more}, name=key)
    return value.but(data={**entries, "metadata": metadata.but(data=described)})


def _entries(value: Value | None, name: str) -> Mapping[str, Value]:
    found = entry_of(value, name)
    return found.data if found is not None and isinstance(found.data, Mapping) else {}


def _data(folder: str, item: Value, reading: Reading) -> Iterator[tuple[str, Value]]:
    """The entries. What is not in the repository is unknown."""
    env = entry_of(item, "env")
    for named in (*items_of(item, "envs"), *((env,) if env is not None else ())):
        document = reading(located(folder, str(named.data)))
        if document is not None:
            yield from _variables(document)
    for named in items_of(item, "files"):
        if isinstance(named.data, str):
            name, equals, path = named.data.rpartition("=")
            document = reading(located(folder, path))
            content = (
                Value(KNOWN, document.text, named.span) if document else Value(UNKNOWN, None, named.span, given=True)
            )
            yield name if equals else posixpath.basename(path), content
    for literal in items_of(item, "literals"):
        if isinstance(literal.data, str):
            name, _, text = literal.data.partition("=")
            quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
            yield name, Value(KNOWN, text[1:-1] if quoted else text, literal.span)


def _variables(document: Document) -> Iterator[tuple[str, Value]]:
    """The lines of a file of variables. A name without a value is taken from who builds."""
    at = 0
    for line in document.text.splitlines(keepends=True):
        written = line.strip("\r\n").lstrip()
        start = at + len(line) - len(line.lstrip())
        at += len(line)
        if not written or written.startswith("#"):
            continue
        name, equals, text = written.partition("=")
        span = document.span(start, start + len(name))  # the name, for the value may be a secret
        yield name, Value(KNOWN, text, span) if equals else Value(UNKNOWN, None, span, given=True)
