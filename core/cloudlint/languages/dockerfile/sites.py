"""Where edits go in a Dockerfile. Sites are made for nearly every value and edited seldom: `edit` is imported late."""

from __future__ import annotations

from collections.abc import Mapping

from ...typed import TYPE_CHECKING
from .places import CommandPlace, WordPlace
from .syntax import Instruction

if TYPE_CHECKING:
    from ...document import Document
    from ...model import Change
    from ...resource import Plain


class _Site:
    """What the sites have in common: everything that is not said otherwise cannot be edited."""

    __slots__ = ("document", "instruction")

    def __init__(self, document: Document, instruction: Instruction) -> None:
        self.document = document
        self.instruction = instruction

    def set(self, name: str, value: Plain) -> Change | None:
        """Nothing to write here."""
        return None

    def remove(self, name: str) -> Change | None:
        """Nothing to take away."""
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Nothing to add."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """A stage has no companions."""
        return None


class InstructionSite(_Site):
    """An instruction: flags are set, it is taken away, `add("instruction", {"text": ...})` writes one behind it."""

    __slots__ = ()

    def set(self, name: str, value: Plain) -> Change | None:
        """Write the flag `--name=value`."""
        from .edit import set_flag

        return set_flag(self.document, self.instruction, name, value)

    def remove(self, name: str) -> Change | None:
        """Take the instruction away with its lines."""
        from .edit import remove_instruction

        return remove_instruction(self.document, self.instruction)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Write an instruction on the line behind."""
        from .edit import add_behind

        return add_behind(self.document, self.instruction, content)


class StageSite(_Site):
    """A stage: `set("user", "nobody")` writes the instruction `USER nobody` into it."""

    __slots__ = ("stage",)

    def __init__(self, document: Document, stage: tuple[Instruction, ...]) -> None:
        super().__init__(document, stage[0])
        self.stage = stage

    def set(self, name: str, value: Plain) -> Change | None:
        """Write an instruction, in front of the ENTRYPOINT and CMD that end the stage."""
        from .edit import add_instruction

        return add_instruction(self.document, self.stage, name, value)


class WordSite(_Site):
    """A word: it is replaced and taken away, and `add("word", {"text": ...})` writes one behind it.

    `whole` is what is taken away with it where that is more: the flag whose value it is.
    """

    __slots__ = ("place", "whole")

    def __init__(self, place: WordPlace, whole: tuple[int, int] | None = None) -> None:
        super().__init__(place.document, place.instruction)
        self.place = place
        self.whole = whole

    def set(self, name: str, value: Plain) -> Change | None:
        """Write `value` in the place of the word, quoted as the word is; a Reference is written as it is."""
        from .edit import set_word

        return set_word(self.place, value)

    def remove(self, name: str) -> Change | None:
        """Take the word away with the space in front of it, and its line if nothing else stands on it."""
        from .edit import remove_word

        start, end = self.whole or (self.place.start, self.place.end)
        return remove_word(self.place._replace(start=start, end=end))

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a word behind this one."""
        from .edit import add_word

        return add_word(self.place, content)


class CommandSite(_Site):
    """A command of a script: it is taken away, and `add("command", {"text": ...})` writes one that is run after it."""

    __slots__ = ("place",)

    def __init__(self, place: CommandPlace) -> None:
        super().__init__(place.document, place.instruction)
        self.place = place

    def remove(self, name: str) -> Change | None:
        """Take the command away with the operator that joins it."""
        from .edit import remove_command

        return remove_command(self.place)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a command behind this one that is run if this one succeeds."""
        from .edit import add_command

        return add_command(self.place, content)
