"""The commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK as values.

What a command's value holds is described in `vocabulary/dockerfile.py`, where rules read it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...document import Document
from ...resource import KNOWN, UNKNOWN, Step, Value
from . import shell
from .places import CommandPlace, WordPlace
from .programs import SHELLS, name_of, program_at, reads_input, script_at
from .shell import HOLE, Command, Redirect, ShellWord
from .sites import CommandSite, WordSite
from .syntax import Element, Instruction, Joined


class Variable:
    """What ARG or ENV sets: `text` is None where it comes from outside; `step` is the place that says so."""

    __slots__ = ("step", "text")

    def __init__(self, text: str | None, step: Step) -> None:
        self.text = text
        self.step = step


Variables = Mapping[str, Variable]


class _Lump(Joined):
    """Text that stands in the document in another notation: all of it is at one place, and nothing is edited in it."""

    __slots__ = ("place",)

    def __init__(self, text: str, place: tuple[int, int]) -> None:
        super().__init__([(place[0], text)], place[1])
        self.place = place

    def range(self, start: int, end: int) -> tuple[int, int]:
        return self.place


class Scripts:
    """Makes the values of the commands of one instruction."""

    def __init__(self, document: Document, instruction: Instruction, variables: Variables) -> None:
        self.document = document
        self.instruction = instruction
        self.variables = variables
        self.values: list[Value] = []

    def shell_form(self, at: int) -> tuple[Value, ...]:
        """The commands of the shell form, whose script begins at `at` of the joined line; here-documents included."""
        body = self.instruction.body
        found = shell.commands(body.text, at)
        self._script(body, found)
        last = next((command for command in reversed(found) if not command.inside), None)
        if self.instruction.heredocs and last is not None:
            words = [word.text for word in last.words]
            if not words or reads_input(words[program_at(words) :]):
                for heredoc in self.instruction.heredocs:
                    self._heredoc(heredoc.start, heredoc.end)
        return tuple(self.values)

    def _heredoc(self, start: int, end: int) -> None:
        text = self.document.text[start:end]
        first = text.partition("\n")[0]
        if first.startswith("#!") and not any(name_of(word) in SHELLS for word in first[2:].split()):
            return  # a script for another program
        joined = Joined([(start, text)], end)
        self._script(joined, shell.commands(text))

    def exec_form(self, elements: Sequence[Element]) -> tuple[Value, ...]:
        """The command of the exec form; where it is a shell with `-c`, those of its script."""
        body = self.instruction.body
        words = [ShellWord(element.start, element.end, element.text) for element in elements]
        command = Command(words[0].start if words else 0, "", None, "")
        command.end = words[-1].end if words else 0
        command.words = words
        inner: list[Command] = []
        place: Joined = body
        texts = [word.text for word in words]
        program = program_at(texts)
        script = script_at(texts[program:])
        if script is not None:
            element = elements[program + script]
            if body.text[element.start + 1 : element.end - 1] == element.text:
                inner = shell.commands(body.text, element.start + 1, element.end - 1)
            else:
                inner = shell.commands(element.text)
                place = _Lump(element.text, body.range(element.start, element.end))
            for one in inner:
                one.inside = one.inside or command
                one.through = one.through or "-c"
        outer = self._new(command)
        if inner:
            self._script(place, inner, {id(command): outer})
        self._fill(outer, command, body, (None, None), json=True)
        return tuple(self.values)

    def _script(self, joined: Joined, found: list[Command], known: dict[int, Value] | None = None) -> None:
        """The values of commands; those of `sh -c '...'` right behind it."""
        made = known or {}
        every: list[Command] = []
        for command in found:
            every.append(command)
            words = [word.text for word in command.words]
            program = program_at(words)
            script = script_at(words[program:])
            if script is not None:
                every += shell.scripts(joined.text, command.words[program + script], command)
        for command in every:
            made[id(command)] = self._new(command)
        names = frozenset(shell.assigned(every))
        for index, command in enumerate(every):
            before = _neighbour(every, index, -1)
            behind = _neighbour(every, index, 1)
            around = (
                None if before is None else joined.range(before.start, before.end)[1],
                None if behind is None else joined.range(behind.start, behind.end)[0],
            )
            value = made[id(command)]
            self._fill(value, command, joined, around, json=False, own=names)
            if command.inside is not None and id(command.inside) in made:
                data = value.data
                assert isinstance(data, dict)
                data["inside"] = made[id(command.inside)].but(name="inside")

    def _new(self, command: Command) -> Value:
        """The value of a command, to be filled: commands refer to each other."""
        value = Value(KNOWN, {}, name="commands")
        self.values.append(value)
        return value

    def _fill(
        self,
        value: Value,
        command: Command,
        joined: Joined,
        around: tuple[int | None, int | None],
        *,
        json: bool,
        own: frozenset[str] = frozenset(),
    ) -> None:
        data = value.data
        assert isinstance(data, dict)
        editable = not isinstance(joined, _Lump)
        place = joined.range(command.start, command.end)
        value.span = self.document.span(*place)
        if editable and not json:
            value.site = CommandSite(
                CommandPlace(self.document, self.instruction, *place, command.before, command.after, *around)
            )
        words = [self._word(word, joined, json, own) for word in command.words]
        at = program_at([word.text for word in command.words])
        data["wrappers"] = Value(KNOWN, tuple(words[:at]), value.span)
        data["words"] = Value(KNOWN, tuple(words[at:]), value.span)
        if words:
            data["program"] = _named(words[at])
        for name, text in (("before", command.before), ("after", command.after), ("through", command.through)):
            data[name] = Value(KNOWN, text, value.span)
        data["variables"] = Value(
            KNOWN, tuple(self._assignment(word, joined, own) for word in command.assignments), value.span
        )
        data["redirects"] = Value(
            KNOWN, tuple(self._redirected(it, joined, own, value) for it in command.redirects), value.span
        )

    def _word(self, word: ShellWord, joined: Joined, json: bool, own: frozenset[str]) -> Value:
        place = joined.range(word.start, word.end)
        site = None
        if not isinstance(joined, _Lump):
            site = WordSite(WordPlace(self.document, self.instruction, *place, json, HOLE not in word.text))
        span = self.document.span(*place)
        if HOLE not in word.text:
            return Value(KNOWN, word.text, span, site=site)
        text, steps = self._expanded(word, own)
        if text is None:
            pieces = tuple(Value(KNOWN, part, span) for part in word.text.split(HOLE) if part)
            return Value(UNKNOWN, None, span, site=site, given=True, pieces=pieces)
        return Value(KNOWN, text, span, site=site, trail=steps)

    def _expanded(self, word: ShellWord, own: frozenset[str]) -> tuple[str | None, tuple[Step, ...]]:
        """The text with the values of ARG and ENV put in (None where one is unknown), and the places they are from."""
        parts = word.text.split(HOLE)
        out = [parts[0]]
        steps = []
        for name, part in zip(word.names, parts[1:], strict=True):
            variable = None if name in own else self.variables.get(name)
            if variable is None or variable.text is None:
                return None, ()
            out += (variable.text, part)
            steps.append(variable.step)
        return "".join(out), tuple(dict.fromkeys(steps))

    def _assignment(self, word: ShellWord, joined: Joined, own: frozenset[str]) -> Value:
        """`NAME=value` as an object."""
        whole = self._word(word, joined, False, own)
        name = word.text.partition("=")[0]
        data = {"name": Value(KNOWN, name.rstrip("+"), whole.span)}
        known = whole.data
        data["value"] = (
            Value(KNOWN, known.partition("=")[2], whole.span, trail=whole.trail)
            if isinstance(known, str)
            else Value(UNKNOWN, None, whole.span, given=True)
        )
        return Value(KNOWN, data, whole.span, site=whole.site, name=name)

    def _redirected(self, redirect: Redirect, joined: Joined, own: frozenset[str], command: Value) -> Value:
        data = {"sign": Value(KNOWN, redirect.sign, command.span)}
        if redirect.target is not None:
            data["target"] = self._word(redirect.target, joined, False, own)
        return Value(KNOWN, data, command.span)


def _named(word: Value) -> Value:
    if isinstance(word.data, str):
        return word.but(data=name_of(word.data), site=None)
    return word.but(site=None)


def _neighbour(every: list[Command], index: int, step: int) -> Command | None:
    """The command of the same list in front (-1) or behind (1)."""
    command = every[index]
    at = index + step
    while 0 <= at < len(every):
        if every[at].inside is command.inside and every[at].through == command.through:
            return every[at]
        at += step
    return None
