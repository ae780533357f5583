"""The attributes of a translated object, under their canonical names, each with its native one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from ...model import Change, Span
from ...resource import ABSENT, UNKNOWN, Plain, Site, Step, Value
from .listed import in_list
from .rows import EVERYWHERE, Name, Names, Shape, camel, snake


class Entries(Mapping[str, Value]):
    """A mapping that answers for a missing attribute too: absent, under the name that it would have in the template."""

    __slots__ = ("entries", "names", "open", "site", "span", "trail")

    def __init__(self, entries: dict[str, Value], names: Names, whole: Value, site: Site | None) -> None:
        self.entries = entries
        self.names = names
        self.open = whole.open
        self.span: Span | None = whole.span
        self.trail: tuple[Step, ...] = whole.trail
        self.site = site

    def __getitem__(self, key: str) -> Value:
        return self.entries[key]

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, key: str, default: object = None) -> Value:
        """The attribute; where it is missing, an absent (or unknown) value at the place of the whole."""
        value = self.entries.get(key)
        if value is not None:
            return value
        name = (native_name(self.names, key) or (key,))[-1]
        return Value(UNKNOWN if self.open else ABSENT, None, self.span, site=self.site, name=name, trail=self.trail)


def native_name(names: Names, canonical: str) -> tuple[str, ...]:
    """The path of native names at which an attribute of this object stands; empty where it has none."""
    if (canonical in names and names[canonical] is None) or _dotted(names, canonical):
        return ()
    for native, name in names.items():
        if isinstance(name, str) and native and name == canonical:
            return (native,)
        if isinstance(name, Shape) and name.path == canonical:
            return (native,)
        if isinstance(name, Mapping) and not isinstance(name, Shape):
            own = name.get("", snake(native))
            if own == canonical:
                return (native,)
            if own == "." and _says(name, canonical):
                return (native, *native_name(name, canonical))
    for native, name in EVERYWHERE.items():
        if isinstance(name, Shape) and name.path == canonical and canonical != "policy":
            return (native,)
    return (*_wrapper(names), camel(canonical))


def native_path(names: Names, native: str) -> tuple[str, ...]:
    """The path to a property that goes by its native name: inside of the object whose entries belong to this one."""
    return _listed_path(names, native) or (*_wrapper(names), native)


def _listed_path(names: Names, native: str) -> tuple[str, ...]:
    if native in names:
        return (native,)
    for outer, name in names.items():
        if isinstance(name, Mapping) and not isinstance(name, Shape) and name.get("") == ".":
            inner = _listed_path(name, native)
            if inner:
                return (outer, *inner)
    return ()


def _dotted(names: Names, block: str) -> dict[str, str]:
    """The attributes of a block that are properties of the object around it: attribute -> native name."""
    found = {}
    for native, name in names.items():
        path = name if isinstance(name, str) else name.path if isinstance(name, Shape) else ""
        if path.startswith(block + "."):
            found[path.removeprefix(block + ".")] = native
    return found


def _says(names: Names, canonical: str) -> bool:
    """Do the names list the attribute, under whatever native name?"""
    return native_name(names, canonical) != (camel(canonical),) or camel(canonical) in names


def _wrapper(names: Names) -> tuple[str, ...]:
    """The one property that holds all others (`DistributionConfig`), where there is one."""
    properties = [native for native in names if native[:1].isupper()]
    if len(properties) == 1:
        only = names[properties[0]]
        if isinstance(only, Mapping) and not isinstance(only, Shape) and only.get("") == ".":
            return (properties[0],)
    return ()


class UnsayableError(Exception):
    """What is to be written has no property in a template."""


class TranslatedSite:
    """The site of an object whose attributes have other names in the template."""

    __slots__ = ("beside_of", "inside", "names", "own", "present", "site")

    def __init__(
        self, site: Site, own: str, names: Names, present: Container[str] = (), beside_of: Site | None = None
    ) -> None:
        self.site = site
        self.own = own
        self.names = names
        self.present = present  # the native names that the object has
        self.beside_of = beside_of
        self.inside: dict[str, Site] = {}  # the sites of objects whose entries belong to this one, by native name

    def set(self, name: str, value: Plain) -> Change | None:
        """Write the attribute, or the whole object where its own name is given."""
        try:
            return self._set(name, value)
        except UnsayableError:
            return None

    def _set(self, name: str, value: Plain) -> Change | None:
        if name == self.own:
            return self.site.set(self.own, in_list(self.own, translated_back(value, self.names)))
        path, native = self._native(name, value)
        if not path:
            return None
        if len(path) == 1:
            return self.site.set(path[0], native)
        if path[0] in self.inside:
            return self.inside[path[0]].set(name, value)
        nested: Plain = native
        for key in reversed(path[1:]):
            nested = {key: in_list(key, nested)}
        return self._put(path[0], in_list(path[0], nested))

    def _put(self, native: str, value: Plain) -> Change | None:
        """Write an object, or a list with one, under a name that is not there yet."""
        if native in self.present:
            return None
        return self.site.add(native, value) if isinstance(value, dict) else self.site.set(native, value)

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Write several attributes at once."""
        try:
            native = translated_back(dict(values), self.names)
        except UnsayableError:
            return None
        write: Callable[[Plain], Change | None] | None = getattr(self.site, "set_all", None)
        return None if write is None else write(native)

    def remove(self, name: str) -> Change | None:
        """Take the object away."""
        return self.site.remove(name)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add an object inside of this one."""
        if _dotted(self.names, name):
            return self.set_all({f"{name}.{key}": value for key, value in content.items()})
        try:
            path, native = self._native(name, dict(content))
        except UnsayableError:
            return None
        if len(path) > 1 and path[0] in self.inside:
            return self.inside[path[0]].add(name, content)
        return self._put(path[0], native) if len(path) == 1 and isinstance(native, (dict, list)) else None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """What Terraform writes as a companion is a property here, or a resource of its own."""
        return self.beside_of.beside(kind, label, content) if self.beside_of is not None else None

    def native(self, value: Plain) -> Plain:
        """A value with the references in it as they are written here. Raises UnsayableError."""
        write: Callable[[Plain], Plain] | None = getattr(self.beside_of, "native", None)
        return value if write is None else write(value)

    def _native(self, name: str, value: Plain) -> tuple[tuple[str, ...], Plain]:
        """Where an attribute goes and what is written there. `name` may be the native one already."""
        path = native_path(self.names, name) if name[:1].isupper() else native_name(self.names, name)
        at: Name = self.names
        for key in path:
            at = at.get(key) if isinstance(at, Mapping) else None
        return path, in_list(path[-1], written(value, at)) if path else value


def written(value: Plain, name: Name) -> Plain:
    """A canonical value as the template has it."""
    if isinstance(name, Shape):
        return name.write(value) if name.write is not None else value
    return translated_back(value, name if isinstance(name, Mapping) else {})


def translated_back(value: Plain, names: Names) -> Plain:
    """A canonical structure under native names."""
    if isinstance(value, list):
        return [translated_back(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Plain] = {}
    for key, item in value.items():
        path = native_path(names, key) if key[:1].isupper() else native_name(names, key)
        if not path:
            if item in ({}, [], None):
                continue
            raise UnsayableError(key)
        inner, at = made, names
        for step in path[:-1]:
            inner = inner.setdefault(step, {})  # type: ignore[assignment]  # what is made here are objects
            at = at.get(step) or {}  # type: ignore[assignment]  # a flattened object has names
        inner[path[-1]] = in_list(path[-1], written(item, at.get(path[-1])))
    return made


class ShapedSite:
    """The site of a value that looks different in the template; `native` is what it is there, where that is a text."""

    __slots__ = ("native", "shape", "site")

    def __init__(self, site: Site, shape: Shape, native: str | None) -> None:
        self.site = site
        self.shape = shape
        self.native = native

    def set(self, name: str, value: Plain) -> Change | None:
        """Write the native form, where it is known how."""
        return None if self.shape.write is None else self.site.set(name, self.shape.write(value))

    def remove(self, name: str) -> Change | None:
        """Take it away."""
        return self.site.remove(name)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Not into a form that is not ours."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """A value has no companions."""
        return None
