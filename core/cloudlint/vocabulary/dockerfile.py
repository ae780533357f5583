"""What rules see of a Dockerfile: stages, instructions, and the commands that they run.

A resource of kind `dockerfile_stage` is one stage: what a FROM begins. Its address is its name, or its number from 0.

    number, final       which stage it is, and whether it is the last one, which is what gets built
    from                one object: see below
    above               of the stages that it continues, the next that holds an instruction, by name (refers to it), and
                        `base`, the first of them
    run, copy, user...  for each instruction, by its name in lower case, the list of its objects, in order

Every object has `keyword` (as a value that can be set: `ADD` to `COPY`) and its flags by name (`chown`, `from`,
`platform`, `interval`; `mount` is a list). Further:

    from                        image, repository, tag, digest (each absent, known or unknown), name (behind AS), stage
                                (where it continues one: refers to that resource)
    run, cmd, entrypoint,       form (`shell` or `exec`), text, commands (see `Command`), words (of the exec form),
    healthcheck                 heredocs (texts); healthcheck: none, true for HEALTHCHECK NONE
    copy, add                   sources, destination, heredocs, stage (that `from` names)
    env, arg, label             one object for each name: name, value
    expose                      one object for each port: port (text, may be a range), protocol
    user                        text, user, group
    workdir, stopsignal, maintainer     text
    volume                      paths
    shell                       words
    onbuild                     one list named like the instruction that it holds

Edits: `stage["user"].set("nobody")` writes an instruction; `object.remove()` takes one away; `object["chown"].set(...)`
writes a flag; a word is set and removed; `word.add("word", {"text": ...})` writes a word behind it and
`command.add("command", {"text": ...})` a command that is run after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Change
from ..resource import KNOWN, Resource, Value

STAGE = "dockerfile_stage"

SHELLS = frozenset(("ash", "bash", "dash", "ksh", "sh", "zsh"))


class Command:
    """A command that a RUN (CMD, ENTRYPOINT, HEALTHCHECK) runs.

    value     the whole command, for findings and edits; it holds what follows
    program   the name of the program, without its folder and without what runs it (`sudo`, `env`, `xargs`); None where
              it is unknown, or there is none
    words     the program and its arguments, unknown ones included
    """

    __slots__ = ("program", "value", "words")

    def __init__(self, value: Value) -> None:
        self.value = value
        self.words = value["words"].items()
        program = _held(value, "program")
        self.program = program.data if program is not None and isinstance(program.data, str) else None

    @property
    def wrappers(self) -> tuple[Value, ...]:
        """The words in front of the program that run it: `sudo -E`."""
        return self.value["wrappers"].items()

    @property
    def variables(self) -> tuple[Value, ...]:
        """The assignments in front of the command: objects with `name` and `value`."""
        return self.value["variables"].items()

    @property
    def redirects(self) -> tuple[Value, ...]:
        """Objects with `sign` and `target`."""
        return self.value["redirects"].items()

    @property
    def before(self) -> str:
        """The operator between the command in front and this one: `|`, `&&`, `||`, `;`, a line end, or none."""
        return self.value["before"].text or ""

    @property
    def after(self) -> str:
        """The operator behind it."""
        return self.value["after"].text or ""

    @property
    def through(self) -> str:
        """How it is part of another command (`inside`): `$(`, a backquote, `<(`, `-c`, or not at all."""
        return self.value["through"].text or ""

    @property
    def inside(self) -> Command | None:
        """The command that this one is a part of."""
        held = _held(self.value, "inside")
        return None if held is None else Command(held.but(owner=self.value.owner))

    @property
    def arguments(self) -> tuple[Value, ...]:
        """The words behind the program."""
        return self.words[1:]

    @property
    def texts(self) -> tuple[str, ...]:
        """The arguments that are known."""
        return tuple(word.data for word in self.arguments if isinstance(word.data, str))

    @property
    def operands(self) -> tuple[Value, ...]:
        """The arguments that are no options; unknown ones are counted as operands."""
        return tuple(word for word in self.arguments if not is_option(word))

    def option(self, *names: str) -> Value | None:
        """The first argument that is one of these options: `--yes`, `--yes=...`, or `-y` alone or among others."""
        for word in self.arguments:
            if isinstance(word.data, str) and any(matches(word.data, name) for name in names):
                return word
        return None


def matches(word: str, option: str) -> bool:
    """Is `word` the option: itself, with a value behind `=`, or for one letter in a bundle such as `-qy`?"""
    if word == option or word.startswith(option + "="):
        return True
    if len(option) != 2 or word.startswith("--") or not word.startswith("-"):
        return False
    return option[1] in word[1:].partition("=")[0]


def is_option(word: Value) -> bool:
    """Does an argument surely begin with `-`?"""
    if isinstance(word.data, str):
        return word.data.startswith("-") and word.data != "-"
    first = word.pieces[0] if word.pieces else None
    return first is not None and str(first.data).startswith("--")


def instructions(stage: Resource, *keywords: str) -> list[Value]:
    """The objects of some instructions, in the order in which they stand."""
    found = [value for keyword in keywords for value in objects(stage, keyword)]
    found.sort(key=lambda value: value.span.start if value.span is not None else 0)
    return found


def objects(stage: Value, keyword: str) -> tuple[Value, ...]:
    """The objects of one instruction."""
    held = _held(stage, keyword)
    return () if held is None else stage[keyword].items()


def lineage(stage: Resource, holding: str = "from") -> Iterator[Resource]:
    """The stage, the stage that it continues, and so on; of these, those that hold an instruction."""
    if _held(stage, holding) is not None:
        yield stage
    while above := _above(stage, holding):
        (stage,) = above
        yield stage


def inherited(stage: Resource, keyword: str) -> Value | None:
    """The last object of an instruction in the nearest of the stages above that has one."""
    return next((objects(one, keyword)[-1] for one in _above(stage, keyword)), None)


def in_force(stage: Resource, keyword: str) -> Value | None:
    """The last object of an instruction in the stage or, where it has none, in the stage that it continues."""
    found = objects(stage, keyword)
    return found[-1] if found else inherited(stage, keyword)


def base(stage: Resource) -> Value:
    """The FROM with the image that the stage is built on in the end."""
    return next(iter(_above(stage, "base")), stage)["from"].items()[0]


def heirs(stage: Resource) -> list[Resource]:
    """The stage, the stages that continue it, and so on."""
    found = [stage]
    seen = {id(stage)}
    for other in stage.graph.of(STAGE):
        if any(id(parent) in seen for parent in _above(other, "from")):
            found.append(other)
            seen.add(id(other))
    return found


def _above(stage: Resource, name: str) -> tuple[Resource, ...]:
    """What `above` says: one stage or none."""
    return stage["above"][name].refers


def is_final(stage: Resource) -> bool:
    """Is it the stage that is built where no other is asked for?"""
    return stage["final"].flag is True


def follows(one: Value, other: Value) -> bool:
    """Does one value stand behind another in their document?"""
    return one.span is not None and other.span is not None and one.span.start > other.span.start


def scripts(stage: Resource) -> Iterator[str]:
    """What stands in each RUN and in its heredocs, read without questions: none of it is ever unknown."""
    for run in _parts(stage, "run"):
        for text in (_held(run, "text"), *_parts(run, "heredocs")):
            if text is not None and isinstance(text.data, str):
                yield text.data


def commands_of(instruction: Value) -> list[Command]:
    """The commands of one RUN (CMD, ENTRYPOINT, HEALTHCHECK); none, noted as unknown, where its shell is another."""
    if _held(instruction, "commands") is None:
        return []
    return [Command(value) for value in instruction["commands"].items()]


def runs(stage: Resource, *programs: str) -> Iterator[tuple[Value, list[Command]]]:
    """Each RUN, with its commands; where programs are named, only those that call one of them."""
    for run in objects(stage, "run"):
        if not programs or _calls_one(run, programs):
            yield run, commands_of(run)


def _calls_one(run: Value, programs: tuple[str, ...]) -> bool:
    """Does a RUN call one of these programs? Also true where its commands are unknown: that is for the rule to ask."""
    held = _held(run, "commands")
    if held is None or not isinstance(held.data, tuple):
        return True
    return any((program := _held(it, "program")) is not None and program.data in programs for it in held.data)


def commands(stage: Resource, *programs: str) -> Iterator[Command]:
    """The commands of all RUN; only those of some programs where these are named."""
    for _, found in runs(stage, *programs):
        for command in found:
            if not programs or command.program in programs:
                yield command


def caches(run: Value) -> tuple[str, ...]:
    """The folders that a RUN mounts as a cache or for the time of the command only: what lies there is in no layer."""
    held = _held(run, "mount")
    found = []
    for mount in () if held is None else run["mount"].items():
        parts = dict(part.partition("=")[::2] for part in (mount.text or "").split(","))
        if parts.get("type") in ("cache", "tmpfs"):
            found.append((parts.get("target") or parts.get("dst") or parts.get("destination") or "").rstrip("/"))
    return tuple(found)


def with_word(word: Value, text: str) -> Change | None:
    """The change that writes a word behind another."""
    return word.add("word", {"text": text})


def with_command(command: Command, text: str) -> Change | None:
    """The change that has a command run after another."""
    return command.value.add("command", {"text": text})


def _held(value: Value, name: str) -> Value | None:
    """An entry without asking for it: what is not there is no question to be noted."""
    data = value.data
    found = data.get(name) if isinstance(data, Mapping) else None
    return found if isinstance(found, Value) else None


def _parts(value: Value, name: str) -> tuple[Value, ...]:
    held = _held(value, name)
    return held.data if held is not None and isinstance(held.data, tuple) else ()


def is_known(value: Value) -> bool:
    """Known, without a question that is noted."""
    return value.state is KNOWN
