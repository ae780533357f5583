"""Terraform's type constraints: read from syntax, and values converted to them as Terraform would.

Lists, tuples and sets are all tuples of Values, maps and objects all mappings: what a type says beyond that (the order
and uniqueness of a set, the one element type of a list, an object's defaults) is applied to the data by `convert`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from ...typed import NamedTuple
from .distinct import as_set
from .scalars import parse_number, text_of
from .syntax import Attr, Call, Expression, Literal, Object, Parens, Template, Text, Variable
from .syntax import Tuple as TupleNode

# What an UNKNOWN value holds as data where Terraform would stop with an error; `try` and `can` ask for it.
ERROR = "<error>"


class Type(NamedTuple):
    """A type constraint.

    kind      "string", "number", "bool", "any", "list", "set", "map", "object" or "tuple"
    element   what a list, set or map holds
    fields    the attributes of an object
    items     the elements of a tuple
    optional  the attributes of an object that may be left out, with their defaults (None: null)
    """

    kind: str
    element: Type | None = None
    fields: Mapping[str, Type] = {}
    items: tuple[Type, ...] = ()
    optional: Mapping[str, Value | None] = {}


STRING, NUMBER, BOOL, ANY = Type("string"), Type("number"), Type("bool"), Type("any")
_PRIMITIVES = {"string": STRING, "number": NUMBER, "bool": BOOL, "any": ANY}
_COLLECTIONS = ("list", "set", "map")


def failed(span: Span | None) -> Value:
    """The value of an expression that Terraform would refuse: unknown, and an error to `try` and `can`."""
    return Value(UNKNOWN, ERROR, span)


def is_failed(value: Value) -> bool:
    """Was the value made by `failed`?"""
    return value.state is UNKNOWN and value.data == ERROR


# ------------------------------------------------------------------ reading


def parse(expression: Expression, evaluate: Callable[[Expression], Value]) -> Type:
    """The type that an expression names; `evaluate` gives the defaults of `optional`. What is no type is `any`."""
    if isinstance(expression, Parens):
        return parse(expression.inner, evaluate)
    word = _word(expression)
    if word in _COLLECTIONS:
        return Type(word, ANY)
    if word:
        return _PRIMITIVES.get(word, ANY)
    if isinstance(expression, Call) and len(expression.arguments) == 1:
        argument = expression.arguments[0]
        if expression.name in _COLLECTIONS:
            return Type(expression.name, parse(argument, evaluate))
        if expression.name == "object" and isinstance(argument, Object):
            return _parse_object(argument, evaluate)
        if expression.name == "tuple" and isinstance(argument, TupleNode):
            return Type("tuple", items=tuple(parse(item, evaluate) for item in argument.items))
    return ANY


def _word(expression: Expression) -> str:
    """The bare (or, as Terraform 0.11 wrote it, quoted) keyword that an expression is, or nothing."""
    if isinstance(expression, Variable):
        return expression.name
    if isinstance(expression, Literal):
        return expression.value if isinstance(expression.value, str) else ""
    if isinstance(expression, Template) and all(isinstance(part, Text) for part in expression.parts):
        return "".join(part.value for part in expression.parts if isinstance(part, Text))
    return ""


def _parse_object(node: Object, evaluate: Callable[[Expression], Value]) -> Type:
    fields: dict[str, Type] = {}
    optional: dict[str, Value | None] = {}
    for item in node.items:
        name = _word(item.key)
        kind: Expression = item.value
        if not name or isinstance(kind, Attr):
            return ANY
        if isinstance(kind, Call) and kind.name == "optional" and kind.arguments:
            default = evaluate(kind.arguments[1]) if len(kind.arguments) > 1 else None
            optional[name] = default if default is None or default.state is not ABSENT else None
            kind = kind.arguments[0]
        fields[name] = parse(kind, evaluate)
    return Type("object", fields=fields, optional=optional)


# --------------------------------------------------------------- converting


def convert(value: Value, kind: Type) -> Value:
    """The value as a type, its parts kept as they are where nothing changes; failed where there is no such thing.

    Null stays null, unknown stays unknown (the attributes that an open mapping does not show become unknown ones).
    """
    if kind.kind == "any" or value.state is not KNOWN:
        return value
    data = value.data
    if kind.kind in _PRIMITIVES:
        return _convert_scalar(value, kind)
    if kind.kind in ("list", "set") and isinstance(data, tuple):
        items = _convert_all(data, kind.element or ANY)
        if items is None:
            return failed(value.span)
        return _with(value, items) if kind.kind == "list" else as_set(_with(value, items))
    if kind.kind == "tuple" and isinstance(data, tuple):
        return _convert_tuple(value, data, kind)
    if kind.kind == "map" and isinstance(data, Mapping):
        items = _convert_all(data.values(), kind.element or ANY)
        if items is None:
            return failed(value.span)
        same = all(new is old for new, old in zip(items, data.values()))
        return value if same else value.but(data=dict(zip(data, items)))
    if kind.kind == "object" and isinstance(data, Mapping):
        return _convert_object(value, data, kind)
    return failed(value.span)


def _with(value: Value, items: tuple[Value, ...]) -> Value:
    """The list `value` with other elements; itself where they are the same ones."""
    data = value.data
    if isinstance(data, tuple) and len(data) == len(items) and all(new is old for new, old in zip(items, data)):
        return value
    return value.but(data=items)


def _convert_all(values: Iterable[Value], kind: Type) -> tuple[Value, ...] | None:
    """All elements of a collection as one type; `any` means the narrowest that fits them all. None: there is none."""
    items = tuple(values)
    if kind.kind == "any":
        kinds = {type(item.data) for item in items if item.state is KNOWN}
        if len(kinds) <= 1 and kinds <= _SCALARS:
            return items
        unified = unify([infer(item) for item in items])
        if unified is None:
            return None
        kind = unified
    converted = tuple(convert(item, kind) for item in items)
    # An element that had failed before stays where it is; one that fails now spoils the collection.
    if any(is_failed(new) and not is_failed(old) for new, old in zip(converted, items)):
        return None
    return converted


def _convert_tuple(value: Value, data: tuple[Value, ...], kind: Type) -> Value:
    if len(data) > len(kind.items) or (len(data) < len(kind.items) and not value.open):
        return failed(value.span)
    missing = (Value(UNKNOWN, None, value.span) for _ in kind.items[len(data) :])
    items = tuple(convert(item, each) for item, each in zip((*data, *missing), kind.items))
    if any(is_failed(new) for new in items):
        return failed(value.span)
    return _with(value, items).but(open=False) if value.open else _with(value, items)


def _convert_object(value: Value, data: Mapping[str, Value], kind: Type) -> Value:
    fields: dict[str, Value] = {}
    for name, field in kind.fields.items():
        found = data.get(name)
        if found is None and not value.open and name not in kind.optional:
            return failed(value.span)
        if found is None or found.state is ABSENT:
            default = kind.optional.get(name)
            if found is None and value.open:
                found = _blank(value, name, known=False)
            elif default is not None:
                found = default
            elif found is None:
                found = _blank(value, name, known=True)
        fields[name] = convert(found, field)
        if is_failed(fields[name]) and not is_failed(found):
            return failed(value.span)
    if not value.open and len(data) == len(fields) and all(data.get(name) is item for name, item in fields.items()):
        return value
    return value.but(data=fields, open=False)


def _blank(value: Value, name: str, known: bool) -> Value:
    """An attribute that nobody wrote, or (`known` false) that cannot be seen."""
    state = ABSENT if known else UNKNOWN
    return Value(state, None, value.span, site=value.site, name=name, owner=value.owner, trail=value.trail)


# ------------------------------------------------------------------ scalars

_SCALARS = {str, bool, int, float}


def _convert_scalar(value: Value, kind: Type) -> Value:
    data = value.data
    new: str | int | float | bool | None = None
    if isinstance(data, (tuple, Mapping)) or data is None:
        return failed(value.span)
    if kind.kind == "string":
        new = text_of(data)
    elif kind.kind == "number":
        if isinstance(data, str):
            new = parse_number(data)
        elif not isinstance(data, bool):
            new = data
    elif isinstance(data, bool):
        new = data
    elif isinstance(data, str):
        new = {"true": True, "1": True, "false": False, "0": False}.get(data)
    if new is None:
        return failed(value.span)
    return value if new is data else value.but(data=new, pieces=(), encoded=None)


# ---------------------------------------------------------------- unifying


def infer(value: Value) -> Type:
    """The type that a value has by itself; unknown and null are `any`."""
    data = value.data
    if value.state is not KNOWN:
        return ANY
    if isinstance(data, bool):
        return BOOL
    if isinstance(data, str):
        return STRING
    if isinstance(data, (int, float)):
        return NUMBER
    if isinstance(data, tuple):
        return Type("tuple", items=tuple(infer(item) for item in data))
    if isinstance(data, dict):  # and no mapping that makes its values on demand
        return Type("object", fields={name: infer(item) for name, item in data.items()})
    return ANY


def unify(types: Iterable[Type]) -> Type | None:
    """The one type that all the inferred `types` convert to, None where there is none."""
    left = [type for type in types if type.kind != "any"]
    if not left:
        return ANY
    first = left[0]
    if all(type == first for type in left):
        return first
    kinds = {type.kind for type in left}
    if kinds <= _PRIMITIVES.keys():
        return STRING if "string" in kinds else None
    if kinds == {"tuple"}:
        return _unify_tuples(left)
    if kinds == {"object"}:
        return _unify_objects(left)
    return None


def _unify_tuples(types: list[Type]) -> Type | None:
    if len({len(type.items) for type in types}) == 1:
        columns = [unify(column) for column in zip(*(type.items for type in types))]
        known = tuple(column for column in columns if column is not None)
        return Type("tuple", items=known) if len(known) == len(columns) else None
    element = unify(item for type in types for item in type.items)
    return None if element is None else Type("list", element)


def _unify_objects(types: list[Type]) -> Type | None:
    names = types[0].fields.keys()
    if all(type.fields.keys() == names for type in types):
        fields = {name: unify(type.fields[name] for type in types) for name in names}
        known = {name: field for name, field in fields.items() if field is not None}
        return Type("object", fields=known) if len(known) == len(fields) else None
    element = unify(field for type in types for field in type.fields.values())
    return None if element is None else Type("map", element)
