"""Text to instructions: what stands where, and what a damaged line costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.languages.dockerfile.parser import KEYWORDS, parse

# Source -> keyword and arguments of each instruction.
READ = {
    "FROM a\nRUN b": [("FROM", "a"), ("RUN", "b")],
    "from a\n  run b": [("FROM", "a"), ("RUN", "b")],
    "RUN a \\\n  b": [("RUN", "a   b")],
    "RUN a \\\n# said\n\n  b \\ \n c": [("RUN", "a   b  c")],
    "# escape=`\nRUN a `\n b\\\nRUN c": [("RUN", "a  b\\"), ("RUN", "c")],
    "# said\n# escape=`\nRUN a `\nRUN c": [("RUN", "a `"), ("RUN", "c")],
    "RUN echo \\\\\nRUN b": [("RUN", "echo \\\\"), ("RUN", "b")],
    "RUN --mount=type=cache,target=/x --network=none a --b": [("RUN", "a --b")],
    "COPY --from=x --link a b": [("COPY", "a b")],
    "RUN <<A <<-'B'\none\nA\n\ttwo\n\tB\nRUN c": [("RUN", "<<A <<-'B'"), ("RUN", "c")],
    "RUN a\r\nRUN b \\\r\n c\r\n": [("RUN", "a"), ("RUN", "b  c")],
}


@pytest.mark.parametrize("text", READ)
def test_instructions(text: str) -> None:
    tree = parse(text)
    assert [(it.keyword, it.arguments.rstrip()) for it in tree.instructions] == READ[text]
    assert not tree.problems


# Source -> the strings of the array, None for the shell form.
EXEC = {
    'RUN ["a", "b c"]': ["a", "b c"],
    'RUN [ "a" ,\\\n "b" ]': ["a", "b"],
    'CMD ["\\u0041\\n\\""]': ['A\n"'],
    "CMD []": [],
    "RUN ['a']": None,
    'RUN ["a",]': None,
    'RUN ["a"] && b': None,
    "RUN [ -f /a ]": None,
    'HEALTHCHECK --interval=5s CMD ["a"]': ["a"],
}


@pytest.mark.parametrize("text", EXEC)
def test_exec_form(text: str) -> None:
    (instruction,) = parse(text).instructions
    found = instruction.exec
    assert (None if found is None else [element.text for element in found]) == EXEC[text]


def test_ranges_count_in_the_document() -> None:
    text = "FROM a\nRUN --network=none \\\n  # said\n  first \\\n  second\n"
    run = parse(text).instructions[1]
    assert text[run.start : run.end] == text[7:-1]
    (flag,) = run.flags
    assert [text[slice(*run.body.range(it.start, it.end))] for it in (flag, flag.value) if it] == [
        "--network=none",
        "none",
    ]
    at = run.body.text.index("second")
    assert text[slice(*run.body.range(at, at + 6))] == "second"
    assert [text[slice(*comment)] for comment in parse(text).comments] == ["# said"]


def test_heredocs() -> None:
    text = 'COPY <<A <<-"B" /x/\none\nA\n\ttwo\n\tB\nUSER c\n'
    copy, user = parse(text).instructions
    assert [(it.name, it.expand, text[it.start : it.end]) for it in copy.heredocs] == [
        ("A", True, "one\n"),
        ("B", False, "\ttwo\n"),
    ]
    assert text[copy.end : user.start] == "\n"


# Source -> keywords that are left, and the text of each problem's place.
DAMAGED = {
    "FROM a\nFRO b\nRUN c": (["FROM", "RUN"], ["FRO b"]),
    "FROM a\nRUN\nRUN c": (["FROM", "RUN"], ["RUN"]),
    'FROM a\nLABEL x="y\nRUN c': (["FROM", "LABEL", "RUN"], ['"y']),
    "FROM a b\nRUN c": (["FROM", "RUN"], ["FROM a b"]),
    "FROM a\nRUN <<X\nls\nUSER b": (["FROM", "RUN", "USER"], ["<<X"]),
    "FROM a\nONBUILD FROM b\nRUN c": (["FROM", "RUN"], ["ONBUILD FROM b"]),
    "FROM a\nRUN c \\": (["FROM", "RUN"], []),
}


@pytest.mark.parametrize("text", DAMAGED)
def test_a_bad_line_costs_its_own_instruction(text: str) -> None:
    tree = parse(text)
    found = [text[problem.start : problem.end] for problem in tree.problems]
    assert ([it.keyword for it in tree.instructions], found) == DAMAGED[text]


SIGNS = st.sampled_from(
    [
        *sorted(KEYWORDS),
        *("\n", "\r\n", " ", "\\\n", "`\n", "#", "# escape=`\n", "--from=", "<<A", "A\n", '"', "'", "[", "]", ",", "$"),
        *("${", "}", ":-", "$(", ")", "`", "&&", "|", ";", "a", "/b", "=", "\t", "\\"),
    ]
)


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    tree = parse(text)
    at = 0
    for instruction in tree.instructions:
        assert at <= instruction.start < instruction.head_end <= instruction.end <= len(text)
        assert text[instruction.start : instruction.start + len(instruction.keyword)].upper() == instruction.keyword
        at = instruction.end
    for problem in tree.problems:
        assert 0 <= problem.start < problem.end <= len(text)
    for start, end in tree.comments:
        assert text[start] == "#"
        assert "\n" not in text[start:end]
