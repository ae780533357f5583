"""Edits of a Dockerfile: what they write, and that they leave the rest alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.fixing import apply
from cloudlint.languages import analyse_text
from cloudlint.languages.dockerfile.parser import parse
from cloudlint.model import Change, Fix, Reference, Safety
from cloudlint.resource import Resource, Value
from cloudlint.vocabulary.dockerfile import Command, commands, instructions, objects, with_command, with_word


def last_stage(text: str) -> Resource:
    return analyse_text(text, "dockerfile", "Dockerfile").graph.resources[-1]


def changed(text: str, change: Change | None) -> str:
    """The text after a change; the text itself where there is none."""
    if change is None:
        return text
    path = change.edits[0].span.path
    return apply({path: text}, [Fix(change.title, change.edits, Safety.SAFE)]).texts.get(path, text)


def first(stage: Resource, keyword: str) -> Value:
    return objects(stage, keyword)[0]


def command(stage: Resource, program: str) -> Command:
    return next(commands(stage, program))


def word(stage: Resource, text: str) -> Value:
    return next(it for command in commands(stage) for it in command.words if it.text == text)


Edited = Callable[[Resource], Change | None]

# What is done -> before, after.
CASES: dict[str, tuple[Edited, str, str]] = {
    "an instruction is written in front of the command at the end": (
        lambda it: it["user"].set("nobody"),
        "FROM a\n# said\nRUN b # c\nCMD c\n",
        "FROM a\n# said\nRUN b # c\nUSER nobody\nCMD c\n",
    ),
    "an instruction is written at the end of a file without a line end, as the others are written": (
        lambda it: it["user"].set("nobody"),
        "from a\n  run b",
        "from a\n  run b\n  user nobody",
    ),
    "line ends stay as they are": (
        lambda it: it["user"].set("nobody"),
        "FROM a\r\nRUN b\r\nCMD c\r\n",
        "FROM a\r\nRUN b\r\nUSER nobody\r\nCMD c\r\n",
    ),
    "an instruction goes with its lines and here-documents": (
        lambda it: first(it, "run").remove(),
        "FROM a\nRUN <<X\nb\nX\nCMD c\n",
        "FROM a\nCMD c\n",
    ),
    "an instruction leaves one empty line of two": (
        lambda it: first(it, "run").remove(),
        "FROM a\n\nRUN b \\\n  c\n\nCMD c\n",
        "FROM a\n\nCMD c\n",
    ),
    "a flag is written behind the keyword": (
        lambda it: first(it, "copy")["chown"].set("x"),
        "FROM a\nCOPY --link b c\n",
        "FROM a\nCOPY --link --chown=x b c\n",
    ),
    "a flag is replaced": (
        lambda it: first(it, "copy")["chown"].set("y"),
        "FROM a\nCOPY --chown=x b c\n",
        "FROM a\nCOPY --chown=y b c\n",
    ),
    "a flag is taken away": (
        lambda it: first(it, "copy")["chown"].remove(),
        "FROM a\nCOPY --chown=x --link b c\n",
        "FROM a\nCOPY --link b c\n",
    ),
    "a keyword is replaced": (
        lambda it: first(it, "add")["keyword"].set("COPY"),
        "FROM a\nADD b c\n",
        "FROM a\nCOPY b c\n",
    ),
    "a word is replaced in its quotes": (
        lambda it: first(it, "workdir")["text"].set("/b c"),
        'FROM a\nWORKDIR "b c"\n',
        'FROM a\nWORKDIR "/b c"\n',
    ),
    "a word with variables is left": (
        lambda it: first(it, "workdir")["text"].set("/b"),
        "FROM a\nENV X=1\nWORKDIR $X\n",
        "FROM a\nENV X=1\nWORKDIR $X\n",
    ),
    "a reference is written as it is": (
        lambda it: first(it, "maintainer")["text"].set(Reference('x="y"')),
        "FROM a\nMAINTAINER me\n",
        'FROM a\nMAINTAINER x="y"\n',
    ),
    "one variable of several goes": (
        lambda it: objects(it, "env")[1].remove(),
        "FROM a\nENV A=1 \\\n    # said\n    B=2 \\\n    C=3\n",
        "FROM a\nENV A=1 \\\n    # said\n    C=3\n",
    ),
    "the first variable goes, and the next takes its place": (
        lambda it: objects(it, "env")[0].remove(),
        "FROM a\nENV A=1 \\\n    B=2\n",
        "FROM a\nENV B=2\n",
    ),
    "the only variable goes with the instruction": (
        lambda it: objects(it, "env")[0].remove(),
        "FROM a\nENV A=1\nRUN b\n",
        "FROM a\nRUN b\n",
    ),
    "the last word of a continued line goes, and a comment stays": (
        lambda it: word(it, "-k").remove(),
        "FROM a\nRUN b \\\n    # said\n    -k\n",
        "FROM a\nRUN b\n    # said\n",
    ),
    "a word that has its line for itself goes with the line": (
        lambda it: word(it, "-k").remove(),
        "FROM a\nRUN b \\\n    -k \\\n    c\n",
        "FROM a\nRUN b \\\n    c\n",
    ),
    "a word goes from a line with others": (
        lambda it: word(it, "-k").remove(),
        "FROM a\nRUN b \\\n    -k c\n",
        "FROM a\nRUN b \\\n    c\n",
    ),
    "a string of an array goes": (
        lambda it: word(it, "-k").remove(),
        'FROM a\nRUN ["b", "-k", "c"]\n',
        'FROM a\nRUN ["b", "c"]\n',
    ),
    "the last string of an array goes": (
        lambda it: word(it, "-k").remove(),
        'FROM a\nRUN ["b", "-k"]\n',
        'FROM a\nRUN ["b"]\n',
    ),
    "a word is written behind another": (
        lambda it: with_word(word(it, "install"), "-y"),
        "FROM a\nRUN apt-get install \\\n    b\n",
        "FROM a\nRUN apt-get install -y \\\n    b\n",
    ),
    "a string is written behind another": (
        lambda it: with_word(word(it, "install"), "-y"),
        'FROM a\nRUN ["apt-get", "install", "b"]\n',
        'FROM a\nRUN ["apt-get", "install", "-y", "b"]\n',
    ),
    "a command is joined on one line": (
        lambda it: with_command(command(it, "b"), "c"),
        "FROM a\nRUN b # said\n",
        "FROM a\nRUN b && c # said\n",
    ),
    "a command is joined as others are: `&&` first": (
        lambda it: with_command(command(it, "c"), "d"),
        "FROM a\nRUN b \\\n # said\n && c\n",
        "FROM a\nRUN b \\\n # said\n && c \\\n && d\n",
    ),
    "a command is joined as others are: `&&` last": (
        lambda it: with_command(command(it, "c"), "d"),
        "FROM a\nRUN b && \\\n    c\n",
        "FROM a\nRUN b && \\\n    c && \\\n    d\n",
    ),
    "a command has a line in a here-document": (
        lambda it: with_command(command(it, "c"), "d"),
        "FROM a\nRUN <<X\nb\n  c\nX\n",
        "FROM a\nRUN <<X\nb\n  c\n  d\nX\n",
    ),
    "nothing is written into a pipe": (
        lambda it: with_command(command(it, "b"), "d"),
        "FROM a\nRUN b | c\n",
        "FROM a\nRUN b | c\n",
    ),
    "the first command goes": (
        lambda it: command(it, "b").value.remove(),
        "FROM a\nRUN b x && \\\n    c\n",
        "FROM a\nRUN c\n",
    ),
    "the last command goes": (
        lambda it: command(it, "c").value.remove(),
        "FROM a\nRUN b \\\n    && c\n",
        "FROM a\nRUN b\n",
    ),
    "the only command goes with the instruction": (
        lambda it: command(it, "b").value.remove(),
        "FROM a\nRUN b\nRUN c\n",
        "FROM a\nRUN c\n",
    ),
    "a command with a comment between it and the next is left": (
        lambda it: command(it, "b").value.remove(),
        "FROM a\nRUN b && \\\n    # said\n    c\n",
        "FROM a\nRUN b && \\\n    # said\n    c\n",
    ),
    "a command whose result others depend on is left": (
        lambda it: command(it, "b").value.remove(),
        "FROM a\nRUN b || c\n",
        "FROM a\nRUN b || c\n",
    ),
}


@pytest.mark.parametrize("title", CASES)
def test_edits(title: str) -> None:
    edit, before, after = CASES[title]
    assert changed(before, edit(last_stage(before))) == after


# ---------------------------------------------------------------------- properties

JOINS = st.sampled_from([" && ", " \\\n    && ", " && \\\n    ", " \\\n    # said\n    && ", "; "])
SPACES = st.sampled_from([" ", "  ", " \\\n        ", " \\\n        # and said\n        "])
WORDS = st.sampled_from(["-k", "--long=1", "'a b'", '"c"', "d", "$E"])


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A Dockerfile with comments at all the places where they may stand."""
    scripts = []
    for name in draw(st.lists(st.sampled_from(["b", "c", "e"]), min_size=1, max_size=3)):
        words = [name, *draw(st.lists(WORDS, max_size=3))]
        scripts.append(words[0] + "".join(draw(SPACES) + it for it in words[1:]))
    script = scripts[0] + "".join(draw(JOINS) + it for it in scripts[1:])
    pairs = draw(st.lists(st.sampled_from(["A=1", 'B="2 3"', "C=$A"]), min_size=1, max_size=3))
    pair = pairs[0] + "".join(draw(SPACES) + it for it in pairs[1:])
    lines = ["# first", "FROM a", f"RUN {script}", "# between", f"ENV {pair}", "COPY --chown=x f /g", "CMD h"]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def every_edit(stage: Resource) -> Iterator[tuple[str, Change]]:
    """All that can be edited in a stage, with what is done."""
    asked: list[tuple[str, Change | None]] = [("user", stage["user"].set("nobody"))]
    for one in instructions(stage, "run", "env", "copy", "cmd"):
        asked += [("gone", one.remove()), ("keyword", one["keyword"].set("COPY"))]
    for it in commands(stage):
        asked += [("command", with_command(it, "z")), ("command gone", it.value.remove())]
        for argument in it.arguments:
            asked += [("word", argument.set("n w")), ("gone", argument.remove()), ("behind", with_word(argument, "z"))]
    yield from ((what, change) for what, change in asked if change is not None)


def comments(text: str) -> list[str]:
    return sorted(text[start:end] for start, end in parse(text).comments)


@given(sources())
def test_every_edit_leaves_the_rest_alone(text: str) -> None:
    for what, change in every_edit(last_stage(text)):
        after = changed(text, change)
        assert not parse(after).problems, f"{what}\n{after}"
        assert comments(after) == comments(text), f"{what}\n{after}"
        for edit in change.edits:
            removed = text[edit.span.start : edit.span.end]
            assert "#" not in removed, f"{what} takes {removed!r} away"


@given(sources())
def test_a_word_that_goes_is_all_that_goes(text: str) -> None:
    found = list(commands(last_stage(text)))
    for number, it in enumerate(found):
        for index, argument in enumerate(it.arguments):
            after = list(commands(last_stage(changed(text, argument.remove()))))
            expected = [[said(word) for word in other.words] for other in found]
            del expected[number][index + 1]
            assert [[said(word) for word in other.words] for other in after] == expected, text


def said(word: Value) -> str:
    return word.text if word.text is not None else "?"
