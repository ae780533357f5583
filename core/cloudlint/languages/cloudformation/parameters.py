"""What the parameters of a template are worth."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Change
from ...resource import KNOWN, UNKNOWN, Plain, Site, Step, Value


def default_of(name: str, declared: Value) -> Value:
    """What a parameter is worth that is not given: its default.

    The name of a parameter in the parameter store says nothing of what is stored there.
    """
    assert isinstance(declared.data, Mapping)
    kind, default = declared.data.get("Type"), declared.data.get("Default")
    written = str(kind.data) if kind is not None else ""
    if default is None or default.span is None or written.startswith("AWS::SSM::"):
        return Value(UNKNOWN, None, declared.span)
    step = Step(default.span, f"parameter `{name}`")
    if not isinstance(default.data, (str, int, float, bool)):
        return Value(UNKNOWN, None, declared.span)
    if _is_list(written):
        return _split(default, (step,))
    return Value(KNOWN, default.data, default.span, trail=(step,), site=_site(default, "Default", declared))


def passed(name: str, declared: Value, given: Value) -> Value:
    """What a parameter of a nested stack is worth: what the stack around it says, which is where it is decided."""
    assert isinstance(declared.data, Mapping)
    kind = declared.data.get("Type")
    written = str(kind.data) if kind is not None else ""
    if given.span is None or written.startswith("AWS::SSM::"):
        return Value(UNKNOWN, None, given.span, refers=given.refers)
    step = Step(given.span, f"parameter `{name}`", decides=True)
    if _is_list(written) and given.state is KNOWN and isinstance(given.data, str):
        return _split(given, (step, *given.trail))
    own = given.site is not None and not given.trail and isinstance(given.data, (str, int, float))
    return given.but(trail=(step, *given.trail), site=_site(given, name, declared) if own else given.site)


def _site(value: Value, name: str, declared: Value) -> Site | None:
    """Where the value of a parameter is changed, which is the entry `name`."""
    allowed = declared.data.get("AllowedValues") if isinstance(declared.data, Mapping) else None
    return None if value.site is None else ParameterSite(value.site, name, allowed)


def _is_list(kind: str) -> bool:
    return kind == "CommaDelimitedList" or kind.startswith("List<")


def _split(text: Value, trail: tuple[Step, ...]) -> Value:
    items = tuple(Value(KNOWN, part.strip(), text.span) for part in str(text.text).split(","))
    return Value(KNOWN, items, text.span, trail=trail, refers=text.refers)


class ParameterSite:
    """What a parameter is given: changed where a property that takes it is to change, if the value is allowed."""

    __slots__ = ("allowed", "name", "site")

    def __init__(self, site: Site, name: str, allowed: Value | None) -> None:
        self.site = site
        self.name = name
        self.allowed = allowed

    def set(self, name: str, value: Plain) -> Change | None:
        """Write another value; a parameter takes no structures."""
        if isinstance(value, (dict, list)) or value is None:
            return None
        if self.allowed is not None and not any(item.equals(value) for item in self.allowed.items()):
            return None
        return self.site.set(self.name, value)

    def remove(self, name: str) -> Change | None:
        """Without its value the parameter would be another, or would have to be given."""
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """A parameter takes no structures."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """A parameter has no companions."""
        return None
