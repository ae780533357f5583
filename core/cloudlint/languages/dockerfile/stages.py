"""Instructions to resources: one for each stage, its instructions as lists of objects.

What the objects hold is described in `vocabulary/dockerfile.py`, where rules read it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...document import Document
from ...patterns import pattern
from ...resource import KNOWN, UNKNOWN, Graph, Resource, Step, Value
from .lineage import above
from .places import WordPlace
from .programs import SHELLS, name_of
from .running import Scripts, Variable
from .sites import StageSite, WordSite
from .syntax import Instruction, Tree, Word
from .values import Values
from .words import HOLE, split

KIND = "dockerfile_stage"

_PAIR = pattern(r"(\"[^\"]*\"|'[^']*'|[^\s=\"']+)=")
_TAG = pattern(r":([\w][\w.-]*)$")
_NAME = pattern(r"(?s)[A-Za-z_]\w*(?:=.*)?$")
_CMD = pattern(r"(?i)CMD[ \t]+")
# Set by the builder for every stage that asks for them, from what it is run on.
_SET_BY_BUILDER = pattern(r"(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)|(HTTPS?|FTP|NO|ALL)_PROXY|SOURCE_DATE_EPOCH")


def lower(document: Document, tree: Tree) -> Graph:
    """The stages of a document."""
    graph = Graph()
    stages = _stages(tree)
    outside = _Stage(document, tree, (), None, {})
    for instruction in tree.instructions:
        if instruction.keyword == "FROM":
            break
        if instruction.keyword == "ARG":
            outside.take(instruction)
    made: dict[str, _Stage] = {}
    for number, instructions in enumerate(stages):
        stage = _Stage(document, tree, instructions, graph, dict(outside.variables))
        stage.lower(number, made, final=number == len(stages) - 1)
    return graph


def _stages(tree: Tree) -> list[tuple[Instruction, ...]]:
    stages: list[list[Instruction]] = []
    for instruction in tree.instructions:
        if instruction.keyword == "FROM":
            stages.append([instruction])
        elif stages:
            stages[-1].append(instruction)
    return [tuple(stage) for stage in stages]


class _Stage(Values):
    """One stage while it is lowered; variables are what ARG and ENV have set so far."""

    def __init__(
        self,
        document: Document,
        tree: Tree,
        instructions: tuple[Instruction, ...],
        graph: Graph | None,
        outside: dict[str, Variable],
    ) -> None:
        super().__init__(document, tree.escape)
        self.instructions = instructions
        self.graph = graph
        self.outside = outside  # by ARG in front of the first FROM
        self.posix = tree.escape == "\\"
        self.resource: Resource | None = None
        self.others: dict[str, _Stage] = {}

    def lower(self, number: int, made: dict[str, _Stage], *, final: bool) -> None:
        """Make the resource of the stage and add it to the graph, and the stage to those `made`, by name and number."""
        assert self.graph is not None
        first = self.instructions[0]
        span = self.document.span(first.start, first.head_end)
        self.others = made
        data: dict[str, Value] = {"number": Value(KNOWN, number, span), "final": Value(KNOWN, final, span)}
        start = self._from(first)
        data["from"] = Value(KNOWN, (start,), span)
        lists: dict[str, list[Value]] = {}
        for instruction in self.instructions[1:]:
            lists.setdefault(instruction.keyword.lower(), []).extend(self.take(instruction))
        for keyword, values in lists.items():
            data[keyword] = Value(KNOWN, tuple(values), values[0].span if values else span)
        named = start.data.get("name") if isinstance(start.data, dict) else None
        name = named.data if named is not None and isinstance(named.data, str) else str(number)
        data["above"] = above(start)
        site = StageSite(self.document, self.instructions)
        body = Value(KNOWN, data, span, site=site)
        self.resource = Resource(KIND, name, name, "dockerfile", body, self.graph)
        self.graph.add(self.resource)
        made[str(number)] = self
        made[name.lower()] = self

    # --------------------------------------------------------------- instructions

    def take(self, instruction: Instruction) -> list[Value]:
        """The objects that an instruction gives: one, or one for each variable, label or port."""
        keyword = instruction.keyword
        if keyword in ("ENV", "LABEL"):
            return list(self._pairs(instruction))
        if keyword == "ARG":
            return list(self._arguments(instruction))
        if keyword == "EXPOSE":
            return [self.object(instruction, self._port(word)) for word in self.words(instruction)]
        if keyword == "ONBUILD":
            inner = instruction.inner
            assert inner is not None
            data = {inner.keyword.lower(): Value(KNOWN, tuple(self.take(inner)))}
            return [self.object(instruction, data)]
        return [self.object(instruction, self._data(instruction))]

    def _data(self, instruction: Instruction) -> dict[str, Value]:
        keyword = instruction.keyword
        if keyword in ("RUN", "CMD", "ENTRYPOINT"):
            return self._command(instruction, instruction.at)
        if keyword in ("COPY", "ADD"):
            return self._copy(instruction)
        if keyword == "HEALTHCHECK":
            found = _CMD.match(instruction.arguments)
            if found is None:
                return {"none": Value(KNOWN, instruction.arguments.strip().upper() == "NONE")}
            return self._command(instruction, instruction.at + found.end())
        if keyword == "USER":
            return self._user(instruction)
        if keyword == "SHELL":
            words = self.words(instruction)
            if words:
                self.posix = isinstance(words[0].data, str) and name_of(words[0].data) in SHELLS
            return {"words": Value(KNOWN, tuple(words))}
        if keyword == "VOLUME":
            return {"paths": Value(KNOWN, tuple(self.words(instruction)))}
        return {"text": self._rest(instruction)}  # WORKDIR, STOPSIGNAL, MAINTAINER

    def _rest(self, instruction: Instruction) -> Value:
        """All that stands behind the keyword as one word."""
        text = instruction.arguments.rstrip()
        return self.word(instruction, Word(instruction.at, instruction.at + len(text), text))

    def _command(self, instruction: Instruction, at: int) -> dict[str, Value]:
        span = self.document.span(*instruction.body.range(at, len(instruction.body.text)))
        form = "shell" if instruction.exec is None else "exec"
        text = instruction.body.text[at:].rstrip()
        place = instruction.body.range(at, at + len(text))
        site = WordSite(WordPlace(self.document, instruction, *place, json=False, literal=True))
        data = {"form": Value(KNOWN, form, span), "text": Value(KNOWN, text, self.document.span(*place), site=site)}
        scripts = Scripts(self.document, instruction, self.variables)
        if instruction.exec is not None:
            data["words"] = Value(KNOWN, tuple(self.element(instruction, it) for it in instruction.exec), span)
            data["commands"] = Value(KNOWN, scripts.exec_form(instruction.exec), span)
        elif self.posix:
            data["commands"] = Value(KNOWN, scripts.shell_form(at), span)
        else:
            data["commands"] = Value(UNKNOWN, None, span, given=True)
        bodies = [self.document.text[heredoc.start : heredoc.end] for heredoc in instruction.heredocs]
        if bodies:
            around = self.document.span(instruction.heredocs[0].start, instruction.heredocs[-1].end)
            data["heredocs"] = Value(KNOWN, tuple(Value(KNOWN, body, around) for body in bodies), around)
        return data

    def _from(self, instruction: Instruction) -> Value:
        """FROM: the image and its parts, or the stage that this one continues."""
        found, _ = split(instruction.body.text, instruction.at, self.escape)
        self.variables = self.outside
        data: dict[str, Value] = {}
        if len(found) >= 3 and found[-2].text.upper() == "AS":
            data["name"] = self.word(instruction, found[-1])
        if found and not (instruction.broken and len(found) != 3):
            data |= self._image(self.word(instruction, found[0]))
        made = self.object(instruction, data)
        parent = self._stage_of(data["image"]) if "image" in data else None
        self.variables = {}
        if parent is not None and parent.resource is not None:
            self.variables = dict(parent.variables)
            self.posix = parent.posix
            data["stage"] = data["image"].but(refers=(parent.resource,), name="stage")
        elif "windows" in str(data["image"].data if "image" in data else "").lower():
            self.posix = False
        return made

    def _stage_of(self, word: Value) -> _Stage | None:
        """The stage in front of this one that a word names."""
        return self.others.get(word.data.lower()) if isinstance(word.data, str) else None

    def _image(self, word: Value) -> dict[str, Value]:
        """The parts of an image's name: repository, tag and digest, each as far as it is known."""
        text = word.data if isinstance(word.data, str) else HOLE
        data = {"image": word.but(data=None) if word.state is UNKNOWN else word}
        rest, at, digest = text.partition("@")
        if at:
            data["digest"] = self.part(word, digest)
        last = rest.rpartition("/")[2]
        tag = _TAG.search(last) if HOLE not in last else None
        if tag is not None:
            data["tag"] = self.part(word, tag[1])
            rest = rest[: -len(tag[0])]
        elif HOLE in last:
            # What is unknown may hold a tag, or be (a part of) one.
            name, colon, _ = last.partition(":")
            data["tag"] = Value(UNKNOWN, None, word.span, trail=word.trail, given=bool(colon))
            if not at:
                data["digest"] = Value(UNKNOWN, None, word.span, trail=word.trail)
            rest = rest.rpartition("/")[0] + "/" + name if "/" in rest else name
        data["repository"] = self.part(word, rest)
        return data

    def _copy(self, instruction: Instruction) -> dict[str, Value]:
        words = self.words(instruction)
        data: dict[str, Value] = {}
        if words:
            data["sources"] = Value(KNOWN, tuple(words[:-1]), words[0].span)
            data["destination"] = words[-1]
        if instruction.heredocs:
            place = self.document.span(instruction.heredocs[0].start, instruction.heredocs[-1].end)
            bodies = tuple(
                Value(KNOWN, self.document.text[it.start : it.end], self.document.span(it.start, it.end))
                for it in instruction.heredocs
            )
            data["heredocs"] = Value(KNOWN, bodies, place)
        for flag in instruction.flags:
            if flag.name == "from" and flag.value is not None:
                word = self.word(instruction, flag.value)
                stage = self._stage_of(word)
                if stage is not None and stage.resource is not None:
                    data["stage"] = word.but(refers=(stage.resource,), name="stage")
        return data

    def _user(self, instruction: Instruction) -> dict[str, Value]:
        word = self._rest(instruction)
        data = {"text": word}
        if isinstance(word.data, str) and HOLE not in word.data.partition(":")[0]:
            user, colon, group = word.data.partition(":")
            data["user"] = word.but(state=KNOWN, data=user)
            if colon:
                data["group"] = self.part(word, group)
        else:
            data["user"] = word.but(data=None)
        return data

    def _port(self, word: Value) -> dict[str, Value]:
        if not isinstance(word.data, str) or HOLE in word.data:
            return {"port": word.but(data=None, name="port")}
        port, _, protocol = word.data.partition("/")
        return {"port": word.but(data=port, name="port"), "protocol": word.but(data=protocol or "tcp", site=None)}

    # ------------------------------------------------------------------ variables

    def _pairs(self, instruction: Instruction) -> Iterable[Value]:
        """The variables of ENV, the labels of LABEL."""
        found, _ = split(instruction.body.text, instruction.at, self.escape)
        set_now: dict[str, Variable] = {}
        if found and _PAIR.match(found[0].text) is None:
            text = instruction.body.text[found[0].end :]
            start = found[0].end + len(text) - len(text.lstrip())
            parts = [(found[0], Word(start, start + len(text.strip()), text.strip()))]
        else:
            parts = []
            for word in found:
                match = _PAIR.match(word.text)
                if match is not None:
                    name = Word(word.start, word.start + match.end() - 1, match[1])
                    parts.append((name, Word(word.start + match.end(), word.end, word.text[match.end() :])))
        for name, written in parts:
            key = self.word(instruction, name)
            value = self.word(instruction, written)
            yield self._pair(instruction, name, written, {"name": key, "value": value}, single=len(parts) == 1)
            if instruction.keyword == "ENV" and isinstance(key.data, str):
                set_now[key.data] = self._variable(key.data, value, "ENV")
        self.variables |= set_now

    def _pair(
        self, instruction: Instruction, name: Word, written: Word, data: dict[str, Value], *, single: bool
    ) -> Value:
        """The object of one pair: its span is the pair, and taking it away leaves the others."""
        made = self.object(instruction, data)
        place = instruction.body.range(name.start, max(written.end, name.end))
        made.span = self.document.span(*place)
        if not single:
            made.site = WordSite(WordPlace(self.document, instruction, *place, json=False, literal=True))
        return made

    def _variable(self, name: str, value: Value, keyword: str) -> Variable:
        assert value.span is not None
        known = value.data if value.state is KNOWN and isinstance(value.data, str) else None
        return Variable(known, Step(value.span, f"`{keyword} {name}`"))

    def _arguments(self, instruction: Instruction) -> Iterable[Value]:
        """The build arguments of ARG; what is declared without default has the one given before the first FROM."""
        found, _ = split(instruction.body.text, instruction.at, self.escape)
        for index, word in enumerate(found):
            name, equals, _ = word.text.partition("=")
            if not equals and index and not _NAME.fullmatch(name):
                continue
            key = self.word(instruction, Word(word.start, word.start + len(name), name))
            data = {"name": key}
            if equals:
                written = Word(word.start + len(name) + 1, word.end, word.text[len(name) + 1 :])
                data["value"] = value = self.word(instruction, written)
                self.variables[name] = self._variable(name, value, "ARG")
            elif index + 1 < len(found) and not _NAME.match(found[index + 1].text):
                data["value"] = self.word(instruction, found[index + 1])  # `ARG NAME 0`: what the author means by it
            elif name in self.outside and self.graph is not None:
                self.variables[name] = self.outside[name]
            elif name not in self.variables or _SET_BY_BUILDER.fullmatch(name.upper()):
                self.variables[name] = Variable(None, Step(key.span or self.document.span(0, 0), f"`ARG {name}`"))
            yield self._pair(instruction, Word(word.start, word.end, name), word, data, single=len(found) == 1)
