"""Where a variable is set: by ENV and ARG, and for a command by the shell."""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change
from cloudlint.resource import Resource, Value
from cloudlint.vocabulary.dockerfile import Command, commands, instructions


class Setting:
    """One place that sets a variable.

    place   where it is set, for the finding
    value   what it is set to
    held    what is taken away to undo it: the pair, the word, or the command that does nothing else
    """

    __slots__ = ("held", "place", "value")

    def __init__(self, place: Value, value: Value, held: Value) -> None:
        self.place = place
        self.value = value
        self.held = held

    def removal(self) -> Change | None:
        """The change that does not set it any more."""
        return self.held.remove()


def settings(stage: Resource, name: str) -> Iterator[Setting]:
    """Every place in a stage that sets the variable; upper and lower case are different names."""
    for variable in instructions(stage, "env", "arg"):
        if variable["name"].equals(name):
            yield Setting(variable, variable["value"], variable)
    for command in commands(stage):
        yield from _of(command, name)


def _of(command: Command, name: str) -> Iterator[Setting]:
    for variable in command.variables:
        if variable["name"].equals(name):
            alone = not command.words and len(command.variables) == 1
            yield Setting(variable, variable["value"], command.value if alone else variable)
    words = command.wrappers if command.program != "export" else command.arguments
    for word in words:
        found = _assigned(word, name)
        if found is not None:
            alone = command.program == "export" and len(command.arguments) == 1
            yield Setting(word, found, command.value if alone else word)


def _assigned(word: Value, name: str) -> Value | None:
    """What `NAME=value` sets, where the word is that; the value may be unknown."""
    if isinstance(word.data, str):
        set_name, equals, text = word.data.partition("=")
        return word.but(data=text) if equals and set_name == name else None
    first = word.pieces[0].data if word.pieces else ""
    return word if str(first).startswith(name + "=") else None
