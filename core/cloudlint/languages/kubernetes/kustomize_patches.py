"""Patches on Values: strategic merge as the Kubernetes API defines it, and operations (JSON 6902).

Every value keeps the place where it stands: what a patch says is shown in the patch, all else in the file patched.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...patterns import pattern
from ...resource import ABSENT, KNOWN, Value

# Lists that are merged, with what tells their items apart; all others are replaced.
# https://kubernetes.io/docs/reference/kubernetes-api/ (patchMergeKey)
_KEYS = {
    "containers": "name",
    "initContainers": "name",
    "ephemeralContainers": "name",
    "volumes": "name",
    "env": "name",
    "imagePullSecrets": "name",
    "secrets": "name",
    "resourceClaims": "name",
    "webhooks": "name",
    "volumeMounts": "mountPath",
    "volumeDevices": "devicePath",
    "hostAliases": "ip",
    "topologySpreadConstraints": "topologyKey",
    "ownerReferences": "uid",
}
_IDENTITY = ("apiVersion", "kind")
_DIRECTIVE = "$patch"
_INDEX = pattern("[0-9]{1,9}")

_Entries = dict[str, Value]


def strategic(base: Value, patch: Value, *, lists: bool = True) -> Value | None:
    """An object after a strategic merge patch; None where that deletes it. Without `lists` they are replaced."""
    if not isinstance(patch.data, Mapping):
        return base
    if _directive(patch) == "delete":
        return None
    kept = {key: value for key, value in patch.data.items() if key not in _IDENTITY}
    metadata = kept.get("metadata")
    if metadata is not None and isinstance(metadata.data, Mapping):
        described = {key: value for key, value in metadata.data.items() if key not in ("name", "namespace")}
        kept["metadata"] = metadata.but(data=described)
    return _mapping(base, patch.but(data=kept), lists)


def _merged(name: str, base: Value, patch: Value, lists: bool) -> Value | None:
    if patch.state is ABSENT:
        return None
    if isinstance(patch.data, Mapping):
        if _directive(patch) == "delete":
            return None
        if isinstance(base.data, Mapping) and _directive(patch) != "replace":
            return _mapping(base, patch, lists)
    if lists and isinstance(patch.data, tuple) and isinstance(base.data, tuple):
        return _list(name, base, patch)
    return _clean(patch)


def _mapping(base: Value, patch: Value, lists: bool) -> Value:
    entries: _Entries = dict(base.data) if isinstance(base.data, Mapping) else {}
    assert isinstance(patch.data, Mapping)
    for key, value in patch.data.items():
        if key.startswith("$"):
            continue
        merged = _merged(key, entries[key], value, lists) if key in entries else _clean(value)
        if merged is None or merged.state is ABSENT:
            entries.pop(key, None)
        else:
            entries[key] = merged
    return base.but(data=entries, open=base.open)


def _list(name: str, base: Value, patch: Value) -> Value:
    assert isinstance(base.data, tuple)
    assert isinstance(patch.data, tuple)
    key = _KEYS.get(name) or _port(name, (*base.data, *patch.data))
    if any(_directive(item) == "replace" for item in patch.data):
        return _clean(patch)
    if key is None:
        return patch.but(data=(*base.data, *patch.data)) if name == "finalizers" else _clean(patch)
    items = list(base.data)
    fresh = []
    for item in patch.data:
        at = next((at for at, old in enumerate(items) if _same(old, item, key)), None)
        if _directive(item) == "delete":
            items[:] = [old for old in items if not _same(old, item, key)]
        elif at is None:
            fresh.append(_clean(item))
        else:
            items[at] = _mapping(items[at], item, True) if isinstance(item.data, Mapping) else item
    return base.but(data=(*fresh, *items))


def _port(name: str, items: tuple[Value, ...]) -> str | None:
    """Ports of containers and of services are told apart by what they hold."""
    if name != "ports":
        return None
    if any(isinstance(item.data, Mapping) and "containerPort" in item.data for item in items):
        return "containerPort"
    named = all(isinstance(item.data, Mapping) and "port" in item.data for item in items)
    return (
        "port" if named and any("targetPort" in item.data for item in items if isinstance(item.data, Mapping)) else None
    )


def _same(old: Value, new: Value, key: str) -> bool:
    if not isinstance(old.data, Mapping) or not isinstance(new.data, Mapping):
        return False
    mine, theirs = old.data.get(key), new.data.get(key)
    return mine is not None and theirs is not None and mine.data == theirs.data


def _directive(value: Value) -> str:
    found = value.data.get(_DIRECTIVE) if isinstance(value.data, Mapping) else None
    return str(found.data) if found is not None else ""


def _clean(value: Value) -> Value:
    """What a patch adds, without its directives and what it takes away."""
    data = value.data
    if isinstance(data, Mapping):
        kept = {key: _clean(item) for key, item in data.items() if not key.startswith("$") and item.state is not ABSENT}
        return value.but(data=kept)
    if isinstance(data, tuple):
        items = (item for item in data if _directive(item) != "delete")
        return value.but(data=tuple(_clean(item) for item in items if not _only_directive(item)))
    return value


def _only_directive(value: Value) -> bool:
    return isinstance(value.data, Mapping) and list(value.data) == [_DIRECTIVE]


# ------------------------------------------------------------------------------------------ operations


def operated(base: Value, operations: Value) -> Value:
    """An object after the operations of a patch; one that fits nothing is left out."""
    for operation in operations.data if isinstance(operations.data, tuple) else ():
        if not isinstance(operation.data, Mapping):
            continue
        name, path, source = (_text(operation, key) for key in ("op", "path", "from"))
        value = operation.data.get("value")
        if name in ("copy", "move"):
            value = _at(base, _tokens(source))
        if name == "move" and value is not None:
            base = _changed(base, _tokens(source), "remove", None) or base
        if name in ("add", "copy", "move", "replace") and value is not None:
            base = _changed(base, _tokens(path), "add" if name != "replace" else name, value) or base
        elif name == "remove":
            base = _changed(base, _tokens(path), name, None) or base
    return base


def _tokens(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _text(operation: Value, key: str) -> str:
    found = operation.data.get(key) if isinstance(operation.data, Mapping) else None
    return found.data if found is not None and isinstance(found.data, str) else ""


def _at(value: Value, tokens: list[str]) -> Value | None:
    for token in tokens:
        data = value.data
        if isinstance(data, Mapping) and token in data:
            value = data[token]
        elif isinstance(data, tuple) and _INDEX.fullmatch(token) and int(token) < len(data):
            value = data[int(token)]
        else:
            return None
    return value


def _changed(value: Value, tokens: list[str], operation: str, new: Value | None) -> Value | None:
    """A value with something added, replaced or removed below; None where the path leads nowhere."""
    if not tokens:
        return new
    token, rest = tokens[0], tokens[1:]
    data = value.data
    if isinstance(data, Mapping):
        entries: _Entries = dict(data)
        if rest:
            inner = _changed(entries[token], rest, operation, new) if token in entries else None
            if inner is None:
                return None
            entries[token] = inner
        elif operation == "remove":
            entries.pop(token, None)
        elif new is not None:
            entries[token] = new if new.name else new.but(name=token)
        return value.but(data=entries)
    if not isinstance(data, tuple):
        return None
    return _item_changed(value, list(data), token, rest, operation, new)


def _item_changed(
    value: Value, items: list[Value], token: str, rest: list[str], operation: str, new: Value | None
) -> Value | None:
    if token == "-" and not rest and operation == "add" and new is not None:
        return value.but(data=(*items, new))
    if (
        not _INDEX.fullmatch(token)
        or int(token) > len(items)
        or (int(token) == len(items) and (rest or operation != "add"))
    ):
        return None
    at = int(token)
    if rest:
        inner = _changed(items[at], rest, operation, new)
        if inner is None:
            return None
        items[at] = inner
    elif operation == "remove":
        del items[at]
    elif operation == "add" and new is not None:
        items.insert(at, new)
    elif new is not None:
        items[at] = new
    return value.but(data=tuple(items), state=KNOWN)
