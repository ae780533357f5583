"""Whatever is cut off, deleted or thrown together: the parser returns, in linear work, and keeps what ended before.

The sources are our own; the real files of ../shared are used besides, where they are at hand.
"""

from __future__ import annotations

import re
import subprocess
import sys
from bisect import bisect_left
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cloudlint.languages.terraform import syntax
from cloudlint.languages.terraform.parser import parse
from tests.core.languages.terraform.outline import descendants, written

VALUES = [
    "1",
    "-1.5e3",
    "null",
    '"plain"',
    r'"a\n\"b\" $${c} \u00e9"',
    '"${var.a}-${local.b["c"]}-é"',
    '"%{ if var.a ~} yes %{ else } no %{ endif }"',
    '"${jsonencode({ a = "${b}" })}"',
    "var.list[0].name",
    "aws_thing.a[*].id",
    "aws_thing.a.*.id",
    "a ? b : c ? d : !e",
    "(1 + 2) * 3 >= 4 && x || y",
    'merge(local.tags, { Name = "x" }, var.more...)',
    "provider::aws::arn(a)",
    '[1, "two", [3], { four = 4 }]',
    '[\n    "a", # one\n    "b",\n  ]',
    '{\n    a = 1\n    "b" : 2, (c) = 3\n\n    d = { e = [] } // deep\n  }',
    "[for v in var.list : upper(v) if v != null]",
    "{ for k, v in var.map : k => v... }",
    'jsonencode({\n    Statement = [{\n      Action = "*"\n    }]\n  })',
    "<<EOT\nline ${var.a}\n  }\n  x = 1\nEOT",
    "<<-EOT\n    {\n      %{ for x in y ~}\n      ${x}\n      %{ endfor ~}\n    }\n  EOT",
]
NAMES = ["a", "name", "for", "in", "if", "tags", "cidr-blocks", "größe"]
COMMENTS = ["# why", "// é", "/* one */", "/* two\n  lines */"]


def block_text(random: Random, depth: int = 0) -> str:
    """A well-formed block, laid out as people do."""
    margin = "  " * depth
    label = random.choice(["", ' "aws_thing"', ' "aws_thing" "main"', " plain"])
    header = f"{margin}{random.choice(['resource', 'locals', 'rule'])}{label} {{"
    if random.random() < 0.1:
        return header + random.choice(["}", " x = 1 }", " /* c */ }"])
    lines = [header]
    for name in random.sample(NAMES, random.randint(0, 4)):
        comment = f" {random.choice(COMMENTS)}" if random.random() < 0.2 else ""
        value = random.choice(VALUES)
        lines.append(f"{margin}  {name} {' ' * random.randint(0, 3)}= {value}{'' if '<<' in value else comment}")
        if random.random() < 0.3:
            lines.append(random.choice(["", f"{margin}  {random.choice(COMMENTS)}"]))
        if depth < 2 and random.random() < 0.3:
            lines.append(block_text(random, depth + 1))
    return "\n".join([*lines, margin + "}"])


def source(seed: int) -> str:
    """A well-formed file of a few blocks; some with CRLF line ends, some without a final one."""
    random = Random(seed)
    text = "\n\n".join(block_text(random) for _ in range(random.randint(1, 5)))
    text += "\n" if random.random() < 0.9 else ""
    return text.replace("\n", "\r\n") if random.random() < 0.2 else text


TOKEN = re.compile(r"[ \t]+|\r?\n|[\w-]+|<<-?\w+|[=!<>]=|&&|\|\||\$\{|%\{|\.\.\.|=>|::|.", re.DOTALL)


def same_before(text: str, damaged: str, at: int) -> None:
    """All top-level blocks that end before `at` (and have their line end there) are the same in both texts."""
    whole, broken = parse(text), parse(damaged)
    before = [block for block in whole.body.blocks if block.end < at]
    assert [written(block) for block in before] == [written(block) for block in broken.body.blocks[: len(before)]]
    check_ranges(damaged, broken)


def check_ranges(text: str, file: syntax.File) -> None:
    """Everything lies inside the text, children inside their parents, comments and problems in order."""
    for node in descendants(file.body):
        assert 0 <= node.start <= node.end <= len(text)
    for body in descendants(file.body):
        if isinstance(body, syntax.Body):
            starts = [child.start for child in body.attributes]
            assert starts == sorted(starts)
            assert all(body.start <= child.start for child in [*body.attributes, *body.blocks])
            assert all(child.end <= body.end for child in [*body.attributes, *body.blocks])
    assert all(0 <= start < end <= len(text) for start, end in file.comments)
    assert file.comments == sorted(set(file.comments))
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in file.problems)


def calls(text: str) -> int:
    """How many calls, of Python and built-in functions, it takes to parse: the measure of work that no clock blurs."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return count


@given(st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_the_sources_are_well_formed(seed: int) -> None:
    text = source(seed)
    file = parse(text)
    assert not file.problems
    assert not any(isinstance(node, syntax.Bad) for node in descendants(file.body))
    check_ranges(text, file)


@given(st.integers(0, 10**9), st.floats(0, 1))
@settings(max_examples=300, deadline=None)
def test_a_file_cut_off_anywhere_keeps_what_ended_before(seed: int, place: float) -> None:
    text = source(seed)
    cut = int(place * len(text))
    same_before(text, text[:cut], cut)


@given(st.integers(0, 10**9), st.floats(0, 1, exclude_max=True))
@settings(max_examples=300, deadline=None)
def test_a_file_without_one_token_keeps_what_ended_before(seed: int, place: float) -> None:
    text = source(seed)
    tokens = list(TOKEN.finditer(text))
    token = tokens[int(place * len(tokens))]
    same_before(text, text[: token.start()] + text[token.end() :], token.start())


@given(st.integers(0, 10**9), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=6))
@settings(max_examples=200, deadline=None)
def test_pieces_thrown_together_are_read_in_linear_work(seed: int, moves: list[tuple[float, float]]) -> None:
    tokens = TOKEN.findall(source(seed))
    for taken, put in moves:
        tokens.insert(int(put * len(tokens)), tokens.pop(int(taken * (len(tokens) - 1))))
    text = "".join(tokens)
    check_ranges(text, parse(text))
    assert calls(text) < 2_000 + 60 * len(text)


@given(st.text(alphabet="ab=.,:?\"'${}%~[]()<>-!&|+*/#\\\n\r \té0²\xa0कि", max_size=200))
@settings(max_examples=500, deadline=None)
def test_any_text_is_read(text: str) -> None:
    check_ranges(text, parse(text))


HOSTILE = [
    "a = {\n",
    "a = [\n",
    "a {\n",
    'a "b" {\n  c = 1\n',
    'a = "${',
    'a = "${f(\n',
    "a = <<E{i}\n",
    "a = <<-E\n  ${x\n",
    'a = "${<<E{i}\n',
    "a {\n  b = <<E{i}\n",
    "/* ",
    "}\n",
    "a = f(",
    "(",
    '"',
    "1 + ",
    "a ? b : ",
    "a ? ",
    ".a",
    "[0]",
    "-",
    "a {}\n  b {}\n}\n",
    "<<<<<<< \n",
    "a = [for x in ",
    "%{if x}",
    'a = "%{if x}',
    "a = 1,",
    "\n",
    "\r",
    "$",
    "\\",
    "é",
    "b = {\n  a = jsonencode({\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_linear_work(piece: str) -> None:
    def repeated(times: int) -> str:
        return "".join(piece.replace("{i}", str(number)) for number in range(times))

    few, many = calls(repeated(200)), calls(repeated(800))
    assert many < 6 * few + 2_000


# ------------------------------------------------------------------ the real files


def real_files() -> list[Path]:
    """A spread of HCL files out of ../shared; empty where that is missing."""
    script = Path(__file__).resolve().parents[5] / "shared" / "unpack.py"
    if not script.is_file():
        return []
    folders = [
        Path(subprocess.run([sys.executable, script, name], capture_output=True, text=True).stdout.strip())
        for name in ("real", "cases")
    ]
    paths = sorted(path for folder in folders for path in folder.rglob("*.tf") if path.stat().st_size < 30_000)
    return paths[::40]


@pytest.mark.skipif(not real_files(), reason="needs ../shared")
def test_real_files_cut_off_or_without_a_token_keep_what_ended_before() -> None:
    random = Random(0)
    for path in real_files():
        text = path.read_bytes().decode("utf-8", "replace")
        whole = parse(text)
        if whole.problems:
            continue
        ends = [block.end for block in whole.body.blocks]
        blocks = [written(block) for block in whole.body.blocks]
        tokens = list(TOKEN.finditer(text))
        for _ in range(12):
            token = random.choice(tokens) if tokens else None
            if token is None:
                break
            for damaged in (text[: token.start()], text[: token.start()] + text[token.end() :]):
                broken = parse(damaged)
                kept = bisect_left(ends, token.start())
                found = [written(block) for block in broken.body.blocks[:kept]]
                assert found == blocks[:kept], f"{path} at {token.start()}"
                check_ranges(damaged, broken)
