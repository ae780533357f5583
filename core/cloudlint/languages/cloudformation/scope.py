"""What the names of a template mean: parameters, mappings, conditions, loop variables and resources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model import Change
from ...resource import KNOWN, UNKNOWN, Plain, Resource, Site, Step, Value
from .intrinsics import evaluate

MOST_ROUNDS = 200  # of one loop; CloudFormation itself takes 500 resources in a template
_MOST_HOPS = 40  # conditions that name conditions


class Scope:
    """One template's names. `loop` holds the variables of the `Fn::ForEach` loops around."""

    def __init__(self, root: Value) -> None:
        self.root = root
        self.loop: dict[str, Value] = {}
        self.resources: dict[str, Resource] = {}
        self._parameters: dict[str, Value] = {}
        self._conditions: dict[str, bool | None] = {}

    def evaluate(self, raw: Value, depth: int) -> Value:
        """A value with all functions in it worked out."""
        return evaluate(raw, self, depth)

    # ------------------------------------------------------------------------- parameters

    def parameter(self, name: str) -> Value | None:
        """What a parameter is worth: its default, or unknown. None where there is no such parameter."""
        if name not in self._parameters:
            declared = _entry(_entry(self.root, "Parameters"), name)
            if declared is None or not isinstance(declared.data, Mapping):
                return None
            self._parameters[name] = _parameter(name, declared)
        return self._parameters[name]

    # --------------------------------------------------------------------------- mappings

    def mapped(self, table: str | None, first: str | None, second: str | None) -> Value | None:
        """An entry of a mapping; with an unknown first key, what all first keys have in common."""
        rows = _entry(_entry(self.root, "Mappings"), table) if table is not None else None
        if rows is None or second is None or not isinstance(rows.data, Mapping):
            return None
        candidates = [_entry(_entry(rows, key), second) for key in ([first] if first is not None else rows.data)]
        if not candidates or any(found is None for found in candidates):
            return None
        known = [found for found in candidates if found is not None]
        if any(found.known != known[0].known or found.known is None for found in known[1:]):
            return None
        assert known[0].span is not None
        return known[0].but(trail=(Step(known[0].span, f"mapping `{table}`"),))

    # ------------------------------------------------------------------------- conditions

    def condition(self, name: str, hops: int = 0) -> bool | None:
        """Does a condition hold? None where that cannot be known."""
        if name not in self._conditions:
            declared = _entry(_entry(self.root, "Conditions"), name)
            self._conditions[name] = None  # what a condition that names itself is
            if declared is not None and hops < _MOST_HOPS:
                self._conditions[name] = self.decide(declared, hops + 1)
        return self._conditions[name]

    def decide(self, raw: Value, depth: int) -> bool | None:
        """Whether a condition's expression holds; None where that cannot be known."""
        data = raw.data
        if isinstance(data, bool):
            return data
        if isinstance(data, str):
            return {"true": True, "false": False}.get(data.lower())
        if not isinstance(data, Mapping) or len(data) != 1 or depth > _MOST_HOPS:
            return None
        name, argument = next(iter(data.items()))
        parts = argument.data if isinstance(argument.data, tuple) else (argument,)
        if name == "Condition":
            return self.condition(argument.data, depth) if isinstance(argument.data, str) else None
        if name == "Fn::Not" and parts:
            inner = self.decide(parts[0], depth + 1)
            return None if inner is None else not inner
        if name in ("Fn::And", "Fn::Or"):
            verdicts = [self.decide(part, depth + 1) for part in parts]
            return _all(verdicts) if name == "Fn::And" else _any(verdicts)
        if name == "Fn::Equals" and len(parts) == 2:
            return self._equal(parts[0], parts[1], depth)
        return self.decide(evaluate(raw, self, depth), depth + 1) if name in ("Ref", "Fn::FindInMap") else None

    def _equal(self, one: Value, other: Value, depth: int) -> bool | None:
        left, right = evaluate(one, self, depth), evaluate(other, self, depth)
        if left.state is not KNOWN or right.state is not KNOWN:
            return None
        return left.text == right.text

    # ------------------------------------------------------------------------------ loops

    def filled(self, text: str) -> str:
        """A text with the loop variables written in; one that is not known stays as it is."""
        for name, value in self.loop.items():
            if isinstance(value.data, (str, int)):
                text = text.replace("${" + name + "}", str(value.data)).replace("&{" + name + "}", str(value.data))
        return text

    def countable(self, loop: Value, depth: int = 0) -> bool:
        """Is it known over what a loop runs?"""
        parts = loop.data
        if not isinstance(parts, tuple) or len(parts) != 3:
            return False
        listed = evaluate(parts[1], self, depth + 1)
        return isinstance(listed.data, tuple) and not listed.open

    def rounds(self, loop: Value, depth: int = 0) -> Iterator[tuple[str, Value, Scope]]:
        """The entries a loop makes: key, raw body, and the scope the body is worked out in.

        Where it is not known over what it runs there is one round, with an unknown variable.
        """
        parts = loop.data
        if not isinstance(parts, tuple) or len(parts) != 3 or not isinstance(parts[0].data, str):
            return
        listed = evaluate(parts[1], self, depth + 1)
        items = listed.data if isinstance(listed.data, tuple) else (Value(UNKNOWN, None, listed.span),)
        for item in items[:MOST_ROUNDS]:
            inner = self._inside(parts[0].data, item)
            for key, body in (parts[2].data if isinstance(parts[2].data, Mapping) else {}).items():
                if key.startswith("Fn::ForEach::"):
                    yield from inner.rounds(body, depth + 1)
                else:
                    yield inner.filled(key), body, inner

    def _inside(self, name: str, item: Value) -> Scope:
        inner = Scope(self.root)
        inner.loop = {**self.loop, name: item}
        inner.resources = self.resources
        inner._parameters = self._parameters
        return inner


def _entry(value: Value | None, name: str) -> Value | None:
    return value.data.get(name) if value is not None and isinstance(value.data, Mapping) else None


def _all(verdicts: list[bool | None]) -> bool | None:
    return False if False in verdicts else None if None in verdicts else True


def _any(verdicts: list[bool | None]) -> bool | None:
    return True if True in verdicts else None if None in verdicts else False


def _parameter(name: str, declared: Value) -> Value:
    """The default. The name of a parameter in the parameter store says nothing of what is stored there."""
    assert isinstance(declared.data, Mapping)
    kind, default = declared.data.get("Type"), declared.data.get("Default")
    written = str(kind.data) if kind is not None else ""
    if default is None or default.span is None or written.startswith("AWS::SSM::"):
        return Value(UNKNOWN, None, declared.span)
    step = Step(default.span, f"parameter `{name}`")
    if not isinstance(default.data, (str, int, float, bool)):
        return Value(UNKNOWN, None, declared.span)
    if written == "CommaDelimitedList" or written.startswith("List<"):
        items = tuple(Value(KNOWN, part.strip(), default.span) for part in str(default.text).split(","))
        return Value(KNOWN, items, default.span, trail=(step,))
    site = DefaultSite(default.site, declared.data.get("AllowedValues")) if default.site is not None else None
    return Value(KNOWN, default.data, default.span, trail=(step,), site=site)


class DefaultSite:
    """The default of a parameter: changed where a property that takes it is to change, if the value is allowed."""

    __slots__ = ("allowed", "site")

    def __init__(self, site: Site, allowed: Value | None) -> None:
        self.site = site
        self.allowed = allowed

    def set(self, name: str, value: Plain) -> Change | None:
        """Write another default; structures are none."""
        if isinstance(value, (dict, list)) or value is None:
            return None
        if self.allowed is not None and not any(item.equals(value) for item in self.allowed.items()):
            return None
        return self.site.set("Default", value)

    def remove(self, name: str) -> Change | None:
        """Without its default the parameter would have to be given."""
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """A default is a scalar."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """A parameter has no companions."""
        return None
