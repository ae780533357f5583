"""How Compose lays one file over another, and a service over the one that it extends.

Mappings are merged, lists are appended with what is the same thing once, everything else is replaced. The rules:
https://github.com/compose-spec/compose-spec/blob/main/13-merge.md
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from ...vocabulary.compose import mount, port

RESET, OVERRIDE = "!reset", "!override"

Key = Callable[[Value], object]

_REPLACED = {("command",), ("entrypoint",), ("healthcheck", "test")}
_SEPARATED = ("environment", "labels", "annotations", "args", "sysctls", "extra_hosts", "additional_contexts")
_NAMED = ("depends_on", "networks", "models")  # lists of names, or mappings
_ONCE = (
    *("cap_add", "cap_drop", "device_cgroup_rules", "dns", "dns_opt", "dns_search", "expose", "external_links"),
    *("group_add", "links", "profiles", "security_opt", "tmpfs", "aliases"),
)


def laid_over(base: Value, over: Value, path: tuple[str, ...] = (), *, new_in: str = "base") -> Value:
    """`over` over `base`. What is missing from both would be written where `new_in` says: `base` or `over`."""
    command = _command(over)
    if command == RESET:
        return Value(ABSENT, None, over.span, site=over.site, name=over.name)
    if command == OVERRIDE:
        assert isinstance(over.data, Mapping)
        return over.data[OVERRIDE]
    if over.state is ABSENT or (over.state is KNOWN and base.state is ABSENT):
        return base if over.state is ABSENT else over
    if over.state is UNKNOWN or path in _REPLACED:
        return over
    one, other = _alike(base, over, path)
    if isinstance(other.data, Mapping) and (isinstance(one.data, Mapping) or one.state is UNKNOWN):
        return _mappings(one, other, path, new_in)
    if isinstance(other.data, tuple) and (isinstance(one.data, tuple) or one.state is UNKNOWN):
        return _lists(one, other, path)
    return over


def plain(value: Value) -> Value:
    """A value in which nothing is laid over anything: what the tags of a merge say of it is done."""
    command = _command(value)
    if command == RESET:
        return Value(ABSENT, None, value.span, site=value.site, name=value.name)
    if command == OVERRIDE:
        assert isinstance(value.data, Mapping)
        return plain(value.data[OVERRIDE])
    if isinstance(value.data, Mapping):
        return value.but(data={key: plain(item) for key, item in value.data.items()})
    return value


def _command(value: Value) -> str:
    """The tag of a value that says how it is merged."""
    data = value.data
    if isinstance(data, Mapping) and len(data) == 1:
        key = next(iter(data))
        return key if key in (RESET, OVERRIDE) else ""
    return ""


def _mappings(base: Value, over: Value, path: tuple[str, ...], new_in: str) -> Value:
    entries = dict(base.data) if isinstance(base.data, Mapping) else {}
    assert isinstance(over.data, Mapping)
    for key, value in over.data.items():
        below = () if not path and key.startswith("x-") else (*path, key)
        entries[key] = laid_over(entries[key], value, below, new_in=new_in) if key in entries else value
    home = base if new_in == "base" and isinstance(base.data, Mapping) else over
    return home.but(data=entries, open=base.open or over.open or base.state is UNKNOWN)


def _lists(base: Value, over: Value, path: tuple[str, ...]) -> Value:
    """Appended. The whole has no site: it stands in two places."""
    assert isinstance(over.data, tuple)
    items = list(base.data) if isinstance(base.data, tuple) else []
    key = _key_of(path)
    places = {_of(key, item): number for number, item in enumerate(items)} if key is not None else {}
    for item in over.data:
        number = places.get(_of(key, item)) if key is not None else None
        if number is None:
            items.append(item)
        else:
            items[number] = item
    return over.but(data=tuple(items), open=base.open or over.open or base.state is UNKNOWN, site=None)


def _of(key: Key, item: Value) -> object:
    """What an item is told by; itself where that is not known."""
    found = key(item)
    return id(item) if found is None else found


def _key_of(path: tuple[str, ...]) -> Key | None:
    last = path[-1] if path else ""
    if last in _SEPARATED:
        return lambda item: item.data.partition("=")[0] if isinstance(item.data, str) else None
    if last == "volumes":
        return _target
    if last == "ports":
        return _published
    if last in ("configs", "secrets"):
        return _secret
    if last in ("devices", "env_file"):
        return _device if last == "devices" else _path
    return _text if last in _ONCE or last in _NAMED else None


def _target(item: Value) -> object:
    found = mount(item)
    return found.target.rstrip("/") if found is not None and found.target else None


def _published(item: Value) -> object:
    found = port(item)
    return (found.address, found.published, found.target, found.protocol) if found is not None else None


def _secret(item: Value) -> object:
    if not isinstance(item.data, Mapping):
        return _text(item)
    target = item.data.get("target") or item.data.get("source")
    return _text(target) if target is not None else None


def _device(item: Value) -> object:
    return item.data.split(":")[min(1, item.data.count(":"))] if isinstance(item.data, str) else None


def _path(item: Value) -> object:
    if isinstance(item.data, Mapping):
        return _text(item.data["path"]) if "path" in item.data else None
    return _text(item)


def _text(item: Value) -> object:
    return str(item.data) if isinstance(item.data, (str, int, float)) else None


def _alike(base: Value, over: Value, path: tuple[str, ...]) -> tuple[Value, Value]:
    """Both as mappings where one is a mapping and the other the list that stands for one, or a name."""
    last = path[-1] if path else ""
    if last == "build":
        return _build(base), _build(over)
    if isinstance(base.data, Mapping) == isinstance(over.data, Mapping):
        return _list_of(base, last), _list_of(over, last)
    if last in _SEPARATED or last in _NAMED:
        return _as_mapping(base, last), _as_mapping(over, last)
    return base, over


def _build(value: Value) -> Value:
    """A build that is only a folder, in the long syntax."""
    return value.but(data={"context": value}, site=None) if isinstance(value.data, str) else value


def _list_of(value: Value, last: str) -> Value:
    """A lone text where several may stand."""
    if isinstance(value.data, str) and (last in _ONCE or last == "env_file"):
        return value.but(data=(value,), site=None)
    return value


def _as_mapping(value: Value, last: str) -> Value:
    """A list of `NAME=value`, or of names, as a mapping; such entries can be shown, but not edited."""
    if not isinstance(value.data, tuple):
        return value
    entries: dict[str, Value] = {}
    unseen = value.open
    for item in value.data:
        if not isinstance(item.data, str):
            unseen = True
            continue
        name, found, text = item.data.partition("=")
        if last == "extra_hosts" and not found:
            name, found, text = item.data.partition(":")
        entry = Value(KNOWN, {}, item.span, name=name) if last in _NAMED else Value(KNOWN, text, item.span, name=name)
        if last not in _NAMED and not found:
            entry = Value(ABSENT, None, item.span, name=name)
        entries[name] = entry.but(trail=item.trail)
    return value.but(data=entries, open=unseen, site=None)
