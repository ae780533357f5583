"""`data.aws_iam_policy_document`, translated into the shape of the JSON that it renders.

The elements are the very Values of the blocks, with their spans, sites and trails, under the names of the JSON.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Change
from ..resource import ABSENT, KNOWN, UNKNOWN, Plain, Site, Value
from .json_text import decode

# attribute of a statement block -> element of a JSON statement
_LISTS = {
    "actions": "Action",
    "not_actions": "NotAction",
    "resources": "Resource",
    "not_resources": "NotResource",
}


class StatementSite:
    """A statement block seen as JSON: it can go, but nothing is written into it under the names of the JSON."""

    __slots__ = ("block",)

    def __init__(self, block: Site) -> None:
        self.block = block

    def set(self, name: str, value: Plain) -> Change | None:
        """The blocks have other names and shapes."""
        return None

    def remove(self, name: str) -> Change | None:
        """Take the block away."""
        return self.block.remove("statement")

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """The blocks have other names and shapes."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """A statement is no resource."""
        return None


def document_of(resource: Value) -> Value:
    """The policy document (`Version`, `Statement`) of a data source's blocks, documents that it builds on included.

    A statement replaces an earlier one with the same Sid. Where a part is unknown the list of statements is open.
    """
    statements: list[Value] = []
    partial = resource.open
    for name in ("source_json", "source_policy_documents"):
        partial |= _merge(resource.entry(name), statements)
    own = resource.entry("statement")
    partial |= own.open or own.state is UNKNOWN
    for block in _listed(own):
        if isinstance(block.data, Mapping):
            _put(_statement(block), statements)
        else:
            partial = True
    for name in ("override_json", "override_policy_documents"):
        partial |= _merge(resource.entry(name), statements)
    listed = Value(KNOWN, tuple(statements), resource.span, open=partial, name="Statement", owner=resource.owner)
    data: dict[str, Value] = {"Statement": listed}
    version = resource.entry("version")
    data["Version"] = version if version.state is not ABSENT else version.but(state=KNOWN, data="2012-10-17")
    return Value(KNOWN, data, resource.span, name=resource.name, owner=resource.owner)


def _merge(documents: Value, statements: list[Value]) -> bool:
    """Put in the statements of other documents; true where some of them are unknown."""
    partial = documents.open or documents.state is UNKNOWN
    for text in _listed(documents):
        document = decode(text)
        listed = document.entry("Statement")
        partial |= document.state is UNKNOWN or document.open or listed.open or listed.state is UNKNOWN
        for statement in _listed(listed):
            partial |= statement.state is UNKNOWN
            _put(statement, statements)
    return partial


def _put(statement: Value, statements: list[Value]) -> None:
    sid = statement.entry("Sid")
    if sid.state is KNOWN and sid.data:
        for index, earlier in enumerate(statements):
            other = earlier.entry("Sid")
            if other.state is KNOWN and other.data == sid.data:
                statements[index] = statement
                return
    statements.append(statement)


def _listed(value: Value) -> tuple[Value, ...]:
    """What is known of a list; its being open is looked at elsewhere."""
    if value.state is not KNOWN:
        return ()
    return value.but(open=False).items() if value.open else value.items()


def _statement(block: Value) -> Value:
    effect = block.entry("effect")
    data = {"Effect": effect if effect.state is not ABSENT else effect.but(state=KNOWN, data="Allow")}
    sid = block.entry("sid")
    if sid.state is not ABSENT:
        data["Sid"] = sid
    for name, element in _LISTS.items():
        listed = block.entry(name)
        if listed.state is not ABSENT:
            data[element] = _native(listed)
    for name, element in (("principals", "Principal"), ("not_principals", "NotPrincipal")):
        blocks = block.entry(name)
        if _there(blocks):
            data[element] = _grouped(blocks, [(item.entry("type"), item) for item in _listed(blocks)], "identifiers")
    conditions = block.entry("condition")
    if _there(conditions):
        data["Condition"] = _condition(conditions)
    site = StatementSite(block.site) if block.site is not None else None
    return block.but(data=data, site=site, name="statement")


def _there(blocks: Value) -> bool:
    return blocks.open or blocks.state is UNKNOWN or bool(_listed(blocks))


def _condition(blocks: Value) -> Value:
    """Condition blocks as {test: {variable: values}}."""
    by_test: dict[str, list[Value]] = {}
    partial = blocks.open or blocks.state is UNKNOWN
    for block in _listed(blocks):
        test = block.entry("test")
        if isinstance(test.data, str):
            by_test.setdefault(test.data, []).append(block)
        else:
            partial = True
    data = {
        test: _grouped(same[0], [(block.entry("variable"), block) for block in same], "values")
        for test, same in by_test.items()
    }
    return Value(KNOWN, data, blocks.span, open=partial, name="condition", owner=blocks.owner)


def _grouped(place: Value, blocks: list[tuple[Value, Value]], listed: str) -> Value:
    """Blocks as a mapping from what each is about to its list; lists about the same are joined."""
    data: dict[str, Value] = {}
    partial = place.state is UNKNOWN or (place.open and not isinstance(place.data, Mapping))
    for about, block in blocks:
        if not isinstance(about.data, str):
            partial = True
            continue
        values = _native(block.entry(listed))
        earlier = data.get(about.data)
        data[about.data] = values if earlier is None else _joined(earlier, values)
    return Value(KNOWN, data, place.span, open=partial, name=place.name, owner=place.owner)


def _joined(first: Value, second: Value) -> Value:
    items = (*_listed(first), *_listed(second))
    partial = any(value.open or value.state is UNKNOWN for value in (first, second))
    return Value(KNOWN, items, first.span, open=partial, name=first.name, owner=first.owner)


def _native(value: Value) -> Value:
    """With the `&{...}` of the data source as the `${...}` of IAM policy variables."""
    if not any(_escaped(item) for item in _listed(value)):
        return value
    items = tuple(_unescaped(item) for item in _listed(value))
    return value.but(data=items)


def _escaped(item: Value) -> bool:
    return isinstance(item.data, str) and "&{" in item.data


def _unescaped(item: Value) -> Value:
    return item.but(data=str(item.data).replace("&{", "${")) if _escaped(item) else item
