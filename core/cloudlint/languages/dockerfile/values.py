"""Words of instructions as values, and instructions as objects of such values."""

from __future__ import annotations

from ...document import Document
from ...resource import KNOWN, UNKNOWN, Value
from .places import WordPlace
from .running import Variable
from .sites import InstructionSite, WordSite
from .syntax import Element, Flag, Instruction, Word
from .words import HOLE, evaluate, split


class Values:
    """Makes values; `variables` are what ARG and ENV have set so far."""

    def __init__(self, document: Document, escape: str) -> None:
        self.document = document
        self.escape = escape
        self.variables: dict[str, Variable] = {}

    def words(self, instruction: Instruction) -> list[Value]:
        """The arguments of an instruction: words, or the strings of an array."""
        if instruction.exec is not None:
            return [self.element(instruction, element) for element in instruction.exec]
        found, _ = split(instruction.body.text, instruction.at, self.escape)
        return [self.word(instruction, word) for word in found if not word.text.startswith("<<")]

    def element(self, instruction: Instruction, element: Element) -> Value:
        place = instruction.body.range(element.start, element.end)
        site = WordSite(WordPlace(self.document, instruction, *place, json=True, literal="$" not in element.text))
        return self.value(element.text.replace("'", "\\'"), place, site)

    def word(self, instruction: Instruction, word: Word) -> Value:
        place = instruction.body.range(word.start, word.end)
        site = WordSite(WordPlace(self.document, instruction, *place, json=False, literal="$" not in word.text))
        return self.value(word.text, place, site)

    def value(self, raw: str, place: tuple[int, int], site: WordSite | None) -> Value:
        """What a raw word says once variables are put in."""
        span = self.document.span(*place)
        if "$" not in raw and '"' not in raw and "'" not in raw and self.escape not in raw:
            return Value(KNOWN, raw, span, site=site)
        told = evaluate(raw, {name: variable.text for name, variable in self.variables.items()}, self.escape)
        steps = tuple(dict.fromkeys(self.variables[name].step for name in told.names if name in self.variables))
        if told.known:
            return Value(KNOWN, told.text, span, site=site, trail=steps)
        pieces = tuple(Value(KNOWN, part, span) for part in told.text.split(HOLE) if part)
        return Value(UNKNOWN, told.text, span, site=site, trail=steps, given=True, pieces=pieces)

    def object(self, instruction: Instruction, data: dict[str, Value]) -> Value:
        span = self.document.span(instruction.start, instruction.head_end)
        word = (instruction.start, instruction.start + len(instruction.keyword))
        site = WordSite(WordPlace(self.document, instruction, *word, json=False, literal=True))
        data["keyword"] = Value(KNOWN, instruction.keyword, self.document.span(*word), site=site)
        several: dict[str, list[Value]] = {}
        for flag in instruction.flags:
            value = self.flag(instruction, flag)
            if flag.name in ("mount", "exclude"):
                several.setdefault(flag.name, []).append(value)
            else:
                data[flag.name] = value
        for name, values in several.items():
            data[name] = Value(KNOWN, tuple(values), span)
        for value in data.values():
            if value.state is UNKNOWN:
                value.data = None  # what is known of its text has been taken out of it
        return Value(
            KNOWN,
            data,
            span,
            open=instruction.broken,
            site=InstructionSite(self.document, instruction),
            name=instruction.keyword.lower(),
        )

    def flag(self, instruction: Instruction, flag: Flag) -> Value:
        """The value of a flag, true for one that has none."""
        whole = instruction.body.range(flag.start, flag.end)
        if flag.value is None:
            site = WordSite(WordPlace(self.document, instruction, *whole, literal=False))
            return Value(KNOWN, True, self.document.span(*whole), site=site)
        value = self.word(instruction, flag.value)
        place = instruction.body.range(flag.value.start, flag.value.end)
        value.site = WordSite(WordPlace(self.document, instruction, *place, literal="$" not in flag.value.text), whole)
        return value

    def part(self, word: Value, text: str) -> Value:
        """A part of a word, at its own place where it is written out."""
        if HOLE in text:
            return Value(UNKNOWN, None, word.span, trail=word.trail, given=True)
        span = word.span
        assert span is not None
        raw = self.document.text[span.start : span.end]
        if not word.trail and raw.count(text) == 1:
            start = span.start + raw.index(text)
            span = self.document.span(start, start + len(text))
        return Value(KNOWN, text, span, trail=word.trail)
