"""Places in a Dockerfile that can be edited: what `edit` needs to know of a word and of a command."""

from __future__ import annotations

from ...document import Document
from ...typed import NamedTuple
from .syntax import Instruction


class WordPlace(NamedTuple):
    """A word of an instruction, from `start` to `end` of the document.

    json     is it a string of a JSON array?
    literal  may it be replaced? not if its text is put together from variables
    """

    document: Document
    instruction: Instruction
    start: int
    end: int
    json: bool = False
    literal: bool = True


class CommandPlace(NamedTuple):
    """A command of a script, from `start` to `end` of the document.

    before, after   the operators around it
    previous, next  where the command in front of it ends and the one behind it begins; None where there is none
    """

    document: Document
    instruction: Instruction
    start: int
    end: int
    before: str
    after: str
    previous: int | None
    next: int | None
