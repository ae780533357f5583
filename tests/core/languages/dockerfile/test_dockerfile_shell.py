"""The commands that are seen in a script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.languages.dockerfile.programs import program_at, script_at
from cloudlint.languages.dockerfile.shell import HOLE, assigned, commands

# Script -> the words of each command, with `?` for what is expanded.
FOUND = {
    "a b && c || d; e | f & g": ["a b", "c", "d", "e", "f", "g"],
    "a'b c'\"d\"\\ e": ["ab cd e"],
    'a "$b" ${c} ${d:-x} $((1 + 2)) $(e f) `g`': ["e f", "g", "a ? ? ? ? ? ?"],
    "(a; b) && { c; }": ["a", "b", "c"],
    "if a; then b; elif c; then d; else e; fi": ["a", "b", "c", "d", "e"],
    "while a; do b; done": ["a", "b"],
    "for x in a b; do c $x; done": ["for x in a b", "c ?"],
    "case $x in a|b) c ;; *) d ;; esac; e": ["c", "d", "e"],
    "f() { a; }; f": ["a", "f"],
    "[[ a && b ]] && c": ["[[ a && b ]]", "c"],
    "a > b 2>&1 < c && d >> e": ["a", "d"],
    "a # b\nc": ["a", "c"],
    "a#b": ["a#b"],
    "cat <<X > /y\na b\nX\nc": ["cat", "c"],
    "a <<< b": ["a"],
    "a <(b c)": ["b c", "a ?"],
    "A=1 B='2 3' c": ["c"],
    "a \\\n  b": ["a b"],
    "'a": ["a"],
    'a "b': ["a b"],
    "a $(b": ["b", "a ?"],
}


@pytest.mark.parametrize("script", FOUND)
def test_commands(script: str) -> None:
    found = [" ".join(word.text.replace(HOLE, "?") for word in command.words) for command in commands(script)]
    assert found == FOUND[script]


# Script -> the operator in front of each command.
JOINED = {
    "a && b || c": ["", "&&", "||"],
    "a | (b; c) && d": ["", "|", ";", "&&"],
    "a |\nb\nc": ["", "|", "\n"],
    "if a; then b; fi": ["", ";"],
}


@pytest.mark.parametrize("script", JOINED)
def test_operators(script: str) -> None:
    assert [command.before for command in commands(script)] == JOINED[script]


def test_what_is_run_inside_of_another_command() -> None:
    inner, outer = commands('sh -c "$(curl -L x)"')
    assert (inner.words[0].text, inner.through, inner.inside) == ("curl", "$(", outer)


def test_variables_that_a_script_sets_itself() -> None:
    assert set(assigned(commands("A=1; export B=2 C; read D; E=5 f"))) == {"A", "B", "C", "D", "E"}


# Words -> the program that does the work.
PROGRAMS = {
    "apt-get install x": "apt-get",
    "sudo -E -u root apt-get install x": "apt-get",
    "env A=1 -u B apt-get install x": "apt-get",
    "xargs -n 1 rm": "rm",
    "timeout -k 5 10 curl x": "curl",
    "nice -n 5 sudo make": "make",
    "gosu app npm ci": "npm",
    "command -v curl": "command",
    "sudo": "sudo",
    "/usr/bin/sudo make": "make",
}


@pytest.mark.parametrize("words", PROGRAMS)
def test_programs(words: str) -> None:
    assert words.split()[program_at(words.split())] == PROGRAMS[words]


def test_scripts_in_arguments() -> None:
    assert script_at(["bash", "-euxo", "pipefail", "-c", "a"]) == 4
    assert script_at(["sh", "-lc", "a"]) == 2
    assert script_at(["sh", "a.sh"]) is None
    assert script_at(["curl", "-c", "a"]) is None


SIGNS = st.sampled_from(
    [*list(" \t\n\\'\"`$(){}<>|&;#=[]a1-"), "$(", "${", "<<A", "case", "in", "esac", "[[", "]]", "if"]
)


@given(st.lists(SIGNS, max_size=60).map("".join))
def test_any_script_is_read(script: str) -> None:
    for command in commands(script):
        for word in command.words:
            assert 0 <= word.start < word.end <= len(script)


def test_deep_nesting_ends() -> None:
    for opening in ("$(", '"$(', "`", "(", "{", "${", "<("):
        commands(opening * 3000)
