"""What a table of the translation is made of, and the shapes that need more than another name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ...patterns import pattern
from ...resource import ABSENT, KNOWN, UNKNOWN, Plain, Resource, Value
from ...typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...typed import TypeAlias


class Shape(NamedTuple):
    """A value that looks different: `read` makes the canonical value, `write` the native one of a plain value.

    Without `write` no edit is offered for it.
    """

    path: str
    read: Callable[[Value], Value]
    write: Callable[[Plain], Plain] | None = None


Names: TypeAlias = "Mapping[str, Name]"
Name: TypeAlias = "str | Shape | Names | None"
"""The canonical name of a property (dotted where it stands inside of a block), a Shape, the names inside of an object
(under an empty key its own, `.` where its entries belong to the object around), or None for what is left out. Under a
canonical name stands None where a template has no property for it: nothing is written there."""


class Also(NamedTuple):
    """A companion resource that the properties in `names` become.

    `via` is its attribute that refers to the main one, empty where it has none.

    each   a property whose items each make a companion (their own properties are what `names` is about; of an item that
           is no object, `names` tells the attribute under an empty key)
    given  attributes that it has in any case
    """

    kind: str
    via: str
    names: Names
    each: str = ""
    given: Mapping[str, Plain] = MappingProxyType({})


Maker = Callable[[Resource, Value], Iterable[tuple[str, Mapping[str, Value]]]]
"""The main resource and its native properties -> kind and attributes of further resources, for what no Also can say."""


class Row(NamedTuple):
    """How a type is translated. Names that are not listed are the native ones in snake_case.

    kind   the canonical kind, or a function of the native properties that tells it
    given  what the canonical attributes are where the property is missing: CloudFormation's defaults that differ from
           Terraform's, and UNKNOWN for what cannot be said in a template; a dotted one only inside of blocks that exist
    before properties to properties, where some have to be sorted first
    kinds  what `kind` and `makes` may give, where they are functions
    """

    kind: str | Callable[[Value], str]
    names: Names = MappingProxyType({})
    given: Mapping[str, Plain | object] = MappingProxyType({})
    also: tuple[Also, ...] = ()
    makes: Maker | None = None
    before: Callable[[Value], Value] | None = None
    kinds: tuple[str, ...] = ()


Table: TypeAlias = "Mapping[str, Row]"

_BOUNDARY = pattern(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(name: str) -> str:
    """`DBInstanceClass` -> `db_instance_class`."""
    return _BOUNDARY.sub("_", name).lower()


def camel(name: str) -> str:
    """`storage_encrypted` -> `StorageEncrypted`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


# ------------------------------------------------------------------------------------ shapes


def raw(path: str) -> Shape:
    """Free keys (a policy document, variables): nothing inside is renamed."""
    return Shape(path, _same, _same_plain)


def tags(path: str = "tags", key: str = "Key", value: str = "Value") -> Shape:
    """A list of `{Key, Value}` as a mapping."""
    return Shape(path, lambda listed: _paired(listed, key, value))


def choice(path: str, **texts: Plain) -> Shape:
    """Texts that stand for others: `Enabled=True`."""
    back = {_hashable(meant): text for text, meant in texts.items()}
    return Shape(path, lambda value: _chosen(value, texts), lambda plain: back.get(_hashable(plain), plain))


def lower(path: str) -> Shape:
    """Text in lower case."""
    return Shape(path, lambda value: value.but(data=value.data.lower()) if isinstance(value.data, str) else value)


def is_there(path: str) -> Shape:
    """True where the object is there at all."""
    return Shape(path, lambda value: value if value.state is not KNOWN else value.but(data=True, site=None))


def items_of(path: str, inner: str) -> Shape:
    """`{Quantity, Items}`-like wrappers: the list inside."""
    return Shape(path, lambda value: value.entry(inner) if isinstance(value.data, Mapping) else value)


def blocks(path: str, key: str = "name", value: str = "value") -> Shape:
    """A mapping with free keys as a list of `{name, value}`."""
    return Shape(path, lambda mapping: _unpaired(mapping, key, value))


def first_of(path: str) -> Shape:
    """A list that has one item at most, as the item."""
    return Shape(path, lambda value: value.data[0] if isinstance(value.data, tuple) and value.data else value)


def each_of(path: str, key: str) -> Shape:
    """A list of objects as the list of what they hold under a key."""

    def read(listed: Value) -> Value:
        if not isinstance(listed.data, tuple):
            return listed
        return listed.but(
            data=tuple(item.entry(key) if isinstance(item.data, Mapping) else item for item in listed.data)
        )

    return Shape(path, read, lambda plain: [{key: item} for item in plain] if isinstance(plain, list) else plain)


def _unpaired(mapping: Value, key: str, value: str) -> Value:
    if not isinstance(mapping.data, Mapping):
        return mapping
    items = [
        Value(KNOWN, {key: Value(KNOWN, name, item.span, name=key), value: item}, item.span)
        for name, item in mapping.data.items()
    ]
    return mapping.but(data=tuple(items), site=None)


def changed(properties: Value, **entries: Value | None) -> Value:
    """Native properties with some replaced, added, or (None) left out."""
    data = dict(properties.data) if isinstance(properties.data, Mapping) else {}
    for name, value in entries.items():
        if value is None:
            data.pop(name, None)
        else:
            data[name] = value
    return properties.but(data=data)


def _same(value: Value) -> Value:
    return value


def _same_plain(plain: Plain) -> Plain:
    return plain


def _hashable(plain: Plain) -> str:
    return f"{type(plain).__name__}:{plain}"


def _chosen(value: Value, texts: Mapping[str, Plain]) -> Value:
    if isinstance(value.data, (str, bool, int)) and value.text in texts:
        return known(texts[value.text or ""], value)
    return value


def _paired(listed: Value, key: str, value: str) -> Value:
    if not isinstance(listed.data, tuple):
        return listed
    entries: dict[str, Value] = {}
    partial = listed.open
    for item in listed.data:
        named = item.data.get(key) if isinstance(item.data, Mapping) else None
        if named is None or not isinstance(item.data, Mapping) or not isinstance(named.data, (str, int)):
            partial = True
            continue
        entries[str(named.data)] = item.data.get(value) or Value(ABSENT, None, item.span)
    return listed.but(data=entries, open=partial, site=None)


def known(plain: Plain | object, place: Value, name: str = "") -> Value:
    """A plain value as a Value that is shown at `place`; UNKNOWN gives an unknown one."""
    if plain is UNKNOWN:
        return Value(UNKNOWN, None, place.span, name=name)
    if plain is None:
        return Value(ABSENT, None, place.span, name=name)
    if isinstance(plain, dict):
        return Value(KNOWN, {key: known(item, place, key) for key, item in plain.items()}, place.span, name=name)
    if isinstance(plain, (list, tuple)):
        return Value(KNOWN, tuple(known(item, place, name) for item in plain), place.span, name=name)
    assert isinstance(plain, (str, int, float))
    return place.but(state=KNOWN, data=plain, name=name or place.name, pieces=(), refers=(), open=False)


def found(value: Value, path: str) -> Value:
    """The value at a dotted path of native names; nothing is noted as read."""
    for key in path.split("."):
        value = value.entry(key)
    return value


def text_of(value: Value, path: str) -> str:
    """The known text at a path of native names, or nothing."""
    inner = found(value, path)
    return inner.data if isinstance(inner.data, str) else ""


def elements(value: Value) -> tuple[Value, ...]:
    """What is known of a list."""
    return value.data if isinstance(value.data, tuple) else (value,) if value.state is KNOWN else ()


# Properties that mean the same wherever they stand.
EVERYWHERE: dict[str, Name] = {
    "Tags": tags(),
    "PolicyDocument": raw("policy"),
    "AssumeRolePolicyDocument": raw("assume_role_policy"),
}
