"""Instructions to stages: what values are known, and where they come from."""

from __future__ import annotations

import pytest

from cloudlint.languages import analyse_text, language_of
from cloudlint.resource import Resource
from cloudlint.vocabulary.dockerfile import (
    Command,
    base,
    commands,
    heirs,
    in_force,
    lineage,
    objects,
)


def stages(text: str) -> list[Resource]:
    return analyse_text(text, "dockerfile", "Dockerfile").graph.resources


def test_stages_are_named_or_numbered() -> None:
    found = stages("FROM a AS Build\nFROM b\nFROM build AS last\n")
    assert [(it.address, it.kind, it.framework, it["number"].known, it["final"].known) for it in found] == [
        ("Build", "dockerfile_stage", "dockerfile", 0, False),
        ("1", "dockerfile_stage", "dockerfile", 1, False),
        ("last", "dockerfile_stage", "dockerfile", 2, True),
    ]
    assert list(lineage(found[2])) == [found[2], found[0]]
    assert base(found[2])["image"].text == "a"


# FROM -> repository, tag, digest; `?` for what is unknown, empty for what is absent.
IMAGES = {
    "FROM a": ("a", "", ""),
    "FROM a:1": ("a", "1", ""),
    "FROM r.io:5000/a/b": ("r.io:5000/a/b", "", ""),
    "FROM r.io:5000/a/b:1@sha256:abc": ("r.io:5000/a/b", "1", "sha256:abc"),
    "ARG V=2\nFROM a:$V": ("a", "2", ""),
    "ARG V\nFROM a:${V:-3}": ("a", "?", "?"),
    "FROM a:${V:-3}": ("a", "3", ""),
    "FROM a:$V": ("a", "?", "?"),
    "FROM $V": ("?", "?", "?"),
    "FROM $R/a": ("?", "", ""),
    "FROM $R/a:latest": ("?", "latest", ""),
}


@pytest.mark.parametrize("text", IMAGES)
def test_images(text: str) -> None:
    (start,) = objects(stages(text)[0], "from")
    parts = [start[name] for name in ("repository", "tag", "digest")]
    assert tuple("?" if it.unknown else it.text or "" for it in parts) == IMAGES[text]


# Instructions -> what `WORKDIR $X` says then; None where it is unknown.
VARIABLES = {
    "ENV X=/a": "/a",
    "ENV X /a b": "/a b",
    'ENV Y=/a X="$Y/b"': None,  # in one ENV the old value counts
    "ENV Y=/a\nENV X=$Y/b": "/a/b",
    "ENV X='$Y'": "$Y",
    "ARG X=/a": "/a",
    "ARG X": None,
    "ARG X=/a\nENV X=/b": "/b",
    "ENV Y=": None,
}


@pytest.mark.parametrize("text", VARIABLES)
def test_variables(text: str) -> None:
    (folder,) = objects(stages(f"FROM a\n{text}\nWORKDIR $X\n")[0], "workdir")
    assert folder["text"].text == VARIABLES[text]


def test_arguments_in_front_of_the_first_stage_are_known_where_they_are_asked_for() -> None:
    with_it, without = stages("ARG X=/a\nFROM a\nARG X\nWORKDIR $X\nFROM b\nWORKDIR $X\n")
    assert objects(with_it, "workdir")[0]["text"].text == "/a"
    assert objects(without, "workdir")[0]["text"].unknown


def test_a_value_remembers_the_variable() -> None:
    text = "ARG TAG=latest\nFROM a:$TAG\n"
    tag = objects(stages(text)[0], "from")[0]["tag"]
    assert [(step.what, text[step.span.start : step.span.end]) for step in tag.trail] == [("`ARG TAG`", "latest")]
    assert tag.set("1") is None


def test_what_a_stage_inherits() -> None:
    first, second = stages("FROM a AS b\nUSER x\nENV P=/p\nFROM b\nWORKDIR $P\n")
    assert in_force(second, "user") is not None
    assert objects(second, "workdir")[0]["text"].text == "/p"
    assert in_force(first, "workdir") is None


def test_the_stages_above_and_below() -> None:
    one, two, three, other, last = stages(
        "FROM x AS a\nUSER u\nRUN r\nFROM a AS b\nFROM b AS c\nRUN s\nFROM y\nFROM b\n"
    )
    assert list(lineage(three)) == [three, two, one]
    assert list(lineage(three, "run")) == [three, one]
    assert list(lineage(last, "run")) == [one]
    assert list(lineage(other, "run")) == []
    assert heirs(two) == [two, three, last]
    user = in_force(last, "user")
    assert user is not None
    assert user["user"].text == "u"


def test_what_a_long_chain_inherits_is_found_without_going_through_it() -> None:
    last = stages("FROM x AS a0\nUSER u\n" + "".join(f"FROM a{n} AS a{n + 1}\nENV V=1\n" for n in range(50)))[-1]
    assert [it.address for it in lineage(last, "user")] == ["a0"]
    assert base(last)["image"].text == "x"


def test_a_stage_whose_base_is_half_typed_may_inherit_anything() -> None:
    first, second = stages("FROM x AS a\nFROM a AS\n")
    assert not first["above"]["user"].unknown
    assert second["above"]["user"].unknown


def test_copy_from() -> None:
    text = "FROM a AS b\nFROM c\nCOPY --from=b /x /y\nCOPY --from=0 /x /y\nCOPY --from=other /x /y\n"
    first, last = stages(text)
    assert [it["stage"].refers for it in objects(last, "copy")] == [(first,), (first,), ()]


def test_one_object_for_each_variable_and_port() -> None:
    (stage,) = stages("FROM a\nENV A=1 B=2\nEXPOSE 80 443/udp\nARG C D=4\nLABEL e=5\n")
    assert [(it["name"].text, it["value"].text) for it in objects(stage, "env")] == [("A", "1"), ("B", "2")]
    assert [(it["port"].text, it["protocol"].text) for it in objects(stage, "expose")] == [
        ("80", "tcp"),
        ("443", "udp"),
    ]
    assert [(it["name"].text, it["value"].text) for it in objects(stage, "arg")] == [("C", None), ("D", "4")]


def programs(text: str) -> list[str | None]:
    return [command.program for command in commands(stages(f"FROM a\n{text}\n")[0])]


# RUN -> the programs that it runs.
RUNS = {
    "RUN a && sudo b": ["a", "b"],
    'RUN ["a", "b"]': ["a"],
    'RUN ["sh", "-c", "a && b"]': ["sh", "a", "b"],
    "RUN bash -c 'a; b'": ["bash", "a", "b"],
    'RUN ["sh", "-c", "a \\"x\\" && b"]': ["sh", "a", "b"],
    "RUN <<EOF\na\nb\nEOF": [None, "a", "b"],
    "RUN bash -e <<EOF\na\nEOF": ["bash", "a"],
    "RUN <<EOF\n#!/usr/bin/env python\nimport a\nEOF": [None],
    "RUN <<EOF\n#!/bin/bash -e\na\nEOF": [None, "a"],
    "RUN python <<EOF\nimport a\nEOF": ["python"],
    "ENV P=/opt/a\nRUN $P/b": ["b"],
    "RUN $P": [None],
    'SHELL ["powershell", "-command"]\nRUN a': [],
    "ONBUILD RUN a": [],
}


@pytest.mark.parametrize("text", RUNS)
def test_programs_that_are_run(text: str) -> None:
    assert programs(text) == RUNS[text]


def test_words_of_a_command_know_their_place() -> None:
    text = "FROM a\nRUN b \\\n  # said\n  'c d' && sh -c 'e f'\n"
    found = {word.text: word.span for it in commands(stages(text)[0]) for word in it.words if word.span}
    assert {name: text[span.start : span.end] for name, span in found.items()} == {
        "b": "b",
        "c d": "'c d'",
        "sh": "sh",
        "-c": "-c",
        "e f": "'e f'",
        "e": "e",
        "f": "f",
    }


def test_options_of_a_command() -> None:
    (stage,) = stages("FROM a\nRUN b -xy --long=1 c $d\n")
    (command,) = commands(stage)
    assert isinstance(command, Command)
    assert [option is not None for option in map(command.option, ("-x", "-y", "-z", "--long", "--lo"))] == [
        True,
        True,
        False,
        True,
        False,
    ]
    assert [word.text for word in command.operands] == ["c", None]


@pytest.mark.parametrize(
    "name",
    [
        "Dockerfile",
        "dockerfile",
        "Dockerfile.prod",
        "app.Dockerfile",
        "x.dockerfile",
        "Containerfile",
        "Containerfile.dev",
    ],
)
def test_names_that_are_read(name: str) -> None:
    assert language_of("/x/" + name) == "dockerfile"


@pytest.mark.parametrize(
    "name", ["Dockerfile.dockerignore", "Dockerfile.j2", "Dockerfile.md", "dockerfiles", "docker", "Dockerfile.yaml~"]
)
def test_names_that_are_not_read(name: str) -> None:
    assert language_of("/x/" + name) is None
