"""Values that a kustomization carries from one object to others: `replacements`, and the older `vars`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ...patterns import pattern
from ...resource import KNOWN, Step, Value
from .kustomize import entry_of, items_of, word_of
from .kustomize_references import at_each

# A part of a path: `[name=x]`, or a name in which a dot may be escaped.
_PART = pattern(r"\[([^\]]*)\]|((?:\\.|[^.\\\[])+)")
_VARIABLE = pattern(r"\$\$|\$\(([\w.-]+)\)")
_INDEX = pattern(r"-?[0-9]{1,9}")
_CONTAINERS = tuple(
    f"{where}.{field}"
    for where in ("containers", "initContainers")
    for field in ("args", "command", "env.value", "volumeMounts.mountPath")
)
_PODS = ("spec", "spec.template.spec", "spec.jobTemplate.spec.template.spec")
_FIELDS = (
    *(f"{pod}.{field}" for pod in _PODS for field in _CONTAINERS),
    *("spec.rules.host", "spec.tls.hosts", "spec.tls.secretName", "spec.ports.port", "spec.externalName"),
)


def parts_of(path: str) -> list[str]:
    """The steps of a path; one that chooses items of a list keeps its brackets."""
    found = _PART.finditer(path)
    return [f"[{it[1]}]" if it[2] is None else re.sub(r"\\(.)", r"\1", it[2]) for it in found]


def value_at(value: Value, parts: list[str]) -> Value | None:
    """What a path leads to, the first of several; None where it is nothing."""
    for at, part in enumerate(parts):
        chosen = _chosen(value, part)
        if not chosen:
            return None
        if len(chosen) > 1:
            inner = (value_at(one, parts[at + 1 :]) for one in chosen)
            return next((one for one in inner if one is not None), None)
        (value,) = chosen
    return value


def _chosen(value: Value, part: str) -> list[Value]:
    data = value.data
    if isinstance(data, Mapping):
        key = part[1:-1] if part not in data and part.startswith("[") else part
        return list(data.values()) if part == "*" else [data[key]] if key in data else []
    return [item for index, item in enumerate(data) if _fits(item, index, part)] if isinstance(data, tuple) else []


def _fits(item: Value, index: int, part: str) -> bool:
    """Does a step of a path choose an item of a list?"""
    if part == "*" or part == str(index):
        return True
    key, equals, wanted = part.strip("[]").partition("=")
    if not equals and part.startswith("["):
        return key == str(index)
    if not equals or not part.startswith("["):
        return False
    return word_of(item, key) == wanted if key else str(item.data) == wanted


def changed_at(value: Value, parts: list[str], change: Callable[[Value], Value], *, create: bool) -> Value:
    """A value changed at each place that a path leads to; what is missing is made where that is asked for."""
    if not parts:
        return change(value)
    part, rest = parts[0], parts[1:]
    data = value.data
    if isinstance(data, Mapping) or (create and data is None):
        entries = dict(data) if isinstance(data, Mapping) else {}
        key = part[1:-1] if part not in entries and part.startswith("[") else part
        if create and key not in entries and part != "*":
            entries[key] = Value(KNOWN, None, value.span, name=key)
        for name in list(entries) if part == "*" else [key] if key in entries else []:
            entries[name] = changed_at(entries[name], rest, change, create=create)
        return value.but(data=entries)
    if not isinstance(data, tuple):
        return value
    items = [
        changed_at(item, rest, change, create=create) if _fits(item, index, part) else item
        for index, item in enumerate(data)
    ]
    return value.but(data=tuple(items))


# ---------------------------------------------------------------------------------------- replacements


def source_of(replacement: Value, objects: Iterable[Value]) -> Value | None:
    """What a replacement carries, from the one object that its source selects."""
    found = list(objects)
    if len(found) != 1:
        return None
    source = entry_of(replacement, "source")
    value = value_at(found[0], parts_of(word_of(source, "fieldPath") or "metadata.name"))
    cut = _cut(entry_of(source, "options"))
    if value is None or cut is None or not isinstance(value.data, str):
        return value
    sign, index = cut
    pieces = value.data.split(sign)
    return value.but(data=pieces[index]) if 0 <= index < len(pieces) else None


def replaced(value: Value, target: Value, source: Value) -> Value:
    """An object with the source written to all places that a target names."""
    options = entry_of(target, "options")
    create = entry_of(options, "create")
    paths = items_of(target, "fieldPaths") or (Value(KNOWN, "metadata.name"),)
    for path in paths:
        value = changed_at(
            value,
            parts_of(str(path.data)),
            lambda old: _written(old, options, source),
            create=create is not None and create.data is True,
        )
    return value


def _written(old: Value, options: Value | None, source: Value) -> Value:
    steps = (Step(old.span, "what is replaced"),) if old.span is not None and old.data is not None else ()
    made = source.but(site=None, name=old.name, trail=(*source.trail, *steps))
    cut = _cut(options)
    if source.state is not KNOWN or cut is None or not isinstance(old.data, str):
        return made
    sign, index = cut
    pieces = old.data.split(sign)
    if index < 0:
        pieces.insert(0, str(source.data))
    elif index >= len(pieces):
        pieces.append(str(source.data))
    else:
        pieces[index] = str(source.data)
    return made.but(data=sign.join(pieces))


def _cut(options: Value | None) -> tuple[str, int] | None:
    """What cuts a text into pieces, and the number of the one that is meant; None where the whole is, or where
    Kustomize would refuse the number."""
    sign, index = word_of(options, "delimiter"), word_of(options, "index") or "0"
    return (sign, int(index)) if sign and _INDEX.fullmatch(index) else None


# ------------------------------------------------------------------------------------------------- vars


def expanded(value: Value, variables: Mapping[str, Value]) -> Value:
    """An object with `$(NAME)` written out in the fields where Kustomize looks for it."""

    def change(old: Value) -> Value:
        if not isinstance(old.data, str) or not _VARIABLE.search(old.data):
            return old
        named = [variables[name] for name in _VARIABLE.findall(old.data) if name in variables]
        steps = [Step(it.span, "the variable") for it in named if it.span is not None]
        text = _VARIABLE.sub(lambda it: _meant(it, variables), old.data)
        return old.but(data=text, site=None, trail=(*old.trail, *steps))

    for path in _FIELDS:
        value = at_each(value, path.split("."), change)
    return value


def _meant(found: re.Match[str], variables: Mapping[str, Value]) -> str:
    if found[1] is None:
        return "$"
    return str(variables[found[1]].data) if found[1] in variables else found[0]
