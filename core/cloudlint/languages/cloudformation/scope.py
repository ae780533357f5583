"""What the names of a template mean: parameters, mappings, conditions, loop variables and resources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...resource import ABSENT, KNOWN, UNKNOWN, Resource, Step, Value
from .intrinsics import evaluate, is_call
from .parameters import default_of, passed

MOST_ROUNDS = 200  # of one loop; CloudFormation itself takes 500 resources in a template
_MOST_HOPS = 40  # conditions that name conditions


class Scope:
    """One template's names. `loop` holds the variables of the `Fn::ForEach` loops around.

    A nested stack is given `arguments` for its parameters, which are worked out in the scope of its `parent`. `stacks`
    are the stacks nested in this one, by logical id.
    """

    def __init__(self, root: Value, arguments: Value | None = None, parent: Scope | None = None) -> None:
        self.root = root
        self.arguments = arguments
        self.parent = parent
        self.loop: dict[str, Value] = {}
        self.resources: dict[str, Resource] = {}
        self.stacks: dict[str, Scope] = {}
        self._parameters: dict[str, Value] = {}
        self._conditions: dict[str, bool | None] = {}
        self._hops = 0  # outputs that are made from outputs

    def evaluate(self, raw: Value, depth: int) -> Value:
        """A value with all functions in it worked out."""
        return evaluate(raw, self, depth)

    # ------------------------------------------------------------------------- parameters

    def parameter(self, name: str) -> Value | None:
        """What a parameter is worth: what it is given, its default, or unknown. None where there is no such one."""
        if name not in self._parameters:
            declared = _entry(_entry(self.root, "Parameters"), name)
            if declared is None or not isinstance(declared.data, Mapping):
                return None
            self._parameters[name] = Value(UNKNOWN, None, declared.span)  # what a parameter that needs itself is
            given = self._argument(name)
            self._parameters[name] = default_of(name, declared) if given is None else passed(name, declared, given)
        return self._parameters[name]

    def _argument(self, name: str) -> Value | None:
        """What a nested stack is given for a parameter; None where its default counts."""
        if self.arguments is None or self.parent is None:
            return None
        if self.arguments.state is not KNOWN or is_call(self.arguments.data):
            return None if self.arguments.state is ABSENT else Value(UNKNOWN, None, self.arguments.span)
        given = _entry(self.arguments, name)
        value = None if given is None else evaluate(given, self.parent)
        return None if value is None or value.state is ABSENT else value

    def output(self, stack: str, name: str) -> Value | None:
        """An output of a nested stack, seen in its template; None where that is not at hand."""
        inner = self.stacks.get(stack)
        raw = _entry(_entry(_entry(inner.root, "Outputs"), name), "Value") if inner is not None else None
        if inner is None or raw is None or raw.span is None or self._hops > _MOST_HOPS:
            return None
        inner._hops = self._hops + 1
        try:
            value = evaluate(raw, inner)
        finally:
            inner._hops = 0
        return value.but(trail=(Step(raw.span, f"output `{name}` of `{stack}`"), *value.trail))

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
        """The entries a loop makes: key as it is written, raw body, and the scope both are worked out in.

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
                    yield key, body, inner

    def _inside(self, name: str, item: Value) -> Scope:
        inner = Scope(self.root, self.arguments, self.parent)
        inner.loop = {**self.loop, name: item}
        inner.resources, inner.stacks = self.resources, self.stacks
        inner._parameters = self._parameters
        return inner


def _entry(value: Value | None, name: str) -> Value | None:
    return value.data.get(name) if value is not None and isinstance(value.data, Mapping) else None


def _all(verdicts: list[bool | None]) -> bool | None:
    return False if False in verdicts else None if None in verdicts else True


def _any(verdicts: list[bool | None]) -> bool | None:
    return True if True in verdicts else None if None in verdicts else False
