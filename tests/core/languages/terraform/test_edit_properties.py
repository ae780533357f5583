"""What must hold for every edit of every text: the rest stays, it parses, it says what it should, `fmt` is content."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cloudlint.document import Document
from cloudlint.fixing import apply
from cloudlint.languages.terraform import syntax
from cloudlint.languages.terraform.edit import (
    AttributeSite,
    BlockSite,
    ElementSite,
    ExpressionSite,
    ItemSite,
    ObjectSite,
)
from cloudlint.languages.terraform.parser import parse
from cloudlint.model import SAFE, Change, Fix, Reference
from cloudlint.resource import Plain
from tests.core.languages.terraform.sources import source

VALUES: list[Plain] = [
    True,
    "a-rather-long-text-${x}",
    ["10.0.0.0/8"],
    {},
    {"Name": "x", "k": 1},
    Reference("aws_thing.n0.id"),
    [{"a": 1}, {"bb": "x", "c": 2}],
]


class Case(NamedTuple):
    """An edit to try: what it is, and the nodes whose text may go."""

    name: str
    edit: Callable[[], Change | None]
    replaced: syntax.Node | None = None


def document(text: str) -> Document:
    made = Document("/p/main.tf", text, "terraform")
    made.tree = parse(text)
    return made


def tree(document: Document) -> syntax.File:
    assert isinstance(document.tree, syntax.File)
    return document.tree


def result(document: Document, change: Change) -> str:
    outcome = apply({document.path: document.text}, [Fix(change.title, change.edits, SAFE)])
    assert outcome.applied, f"{change} does not fit"
    return outcome.texts[document.path]


def cases(document: Document, random: Random) -> Iterator[Case]:
    """Every kind of edit at every place, with a random value."""
    for block, parent in blocks(tree(document).body):
        yield from block_cases(document, block, parent, random)
        for attribute in block.body.attributes:
            site, value = AttributeSite(document, block.body, attribute), random.choice(VALUES)
            name = attribute.name
            yield Case(f"set {name}", lambda s=site, n=name, v=value: s.set(n, v), attribute.value)  # type: ignore[misc]
            yield Case(f"remove {name}", lambda s=site, n=name: s.remove(n), attribute)  # type: ignore[misc]
            around = BlockSite(document, block, parent)
            yield Case(f"replace {name}", lambda s=around, n=name, v=value: s.replace(n, {"instead": v}), attribute)  # type: ignore[misc]
            yield from expression_cases(document, attribute.value, random)


def block_cases(document: Document, block: syntax.Block, parent: syntax.Body, random: Random) -> Iterator[Case]:
    site = BlockSite(document, block, parent)
    new: dict[str, Plain] = {"tokens": "required", "n": 1, "inner": {"deep": True}}
    contents: list[dict[str, Plain]] = [new, {}, {"one": Reference("x.y")}]
    content = random.choice(contents)
    for name, value in (("storage_encrypted", True), ("z", random.choice(VALUES))):
        yield Case(f"set missing {name} in {block.type}", lambda n=name, v=value: site.set(n, v))  # type: ignore[misc]
    several: dict[str, Plain] = {"engine": 1, "z": random.choice(VALUES), "encrypted": True, "zz": "x"}
    present = [each for each in block.body.attributes if each.name in several]
    if not any("\n" in document.text[each.start : each.end] for each in present):  # else lined up by the next `fmt`
        yield Case(f"set several in {block.type}", lambda: site.set_all(several), block)
    yield Case(f"add to {block.type}", lambda: site.add("metadata_options", content))
    yield Case(f"remove {block.type}", lambda: site.remove(block.type), block)
    if parent is tree(document).body:
        yield Case(f"beside {block.type}", lambda: site.beside("aws_other", "n0", content))


def expression_cases(document: Document, node: syntax.Node, random: Random) -> Iterator[Case]:
    value = random.choice(VALUES)
    if isinstance(node, syntax.Tuple):
        whole = ExpressionSite(document, node)
        yield Case("append", lambda: whole.append("", value))
        for index, item in enumerate(node.items):
            site = ElementSite(document, node, index)
            yield Case(f"set element {index}", lambda s=site: s.set("", value), item)  # type: ignore[misc]
            yield Case(f"remove element {index}", lambda s=site: s.remove(""), item)  # type: ignore[misc]
    if isinstance(node, syntax.Object):
        items: dict[str, Plain] = {"b": 1, "Quite:New": value, "acl": "longer text than before", "New": 1}
        yield Case("set items", lambda: ObjectSite(document, node).set_all(items), node)
        yield Case("set new item", lambda: ObjectSite(document, node).set("Quite:New", value))
        for entry in node.items:
            at = ItemSite(document, node, entry)
            yield Case("remove item", lambda s=at: s.remove("item"), entry)  # type: ignore[misc]
            inner = ExpressionSite(document, entry.value)
            yield Case("set expression", lambda s=inner: s.set("", {"x": "y"}), entry.value)  # type: ignore[misc]


def blocks(body: syntax.Body) -> Iterator[tuple[syntax.Block, syntax.Body]]:
    for block in body.blocks:
        yield block, body
        yield from blocks(block.body)


def made(document: Document, random: Random) -> Iterator[tuple[Case, str]]:
    """The cases that give an edit, with the text after it."""
    for case in cases(document, random):
        change = case.edit()
        if change is not None:
            yield case, result(document, change)


def visible(text: str) -> Counter[str]:
    """The characters that are not layout. Commas may come and go with the style of a list."""
    return Counter("".join(text.split()).replace(",", ""))


LAYOUTS: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("  ", "\t"),
    lambda text: text.replace("\n\n", "\n \t\n"),
    lambda text: text.rstrip("\n"),
]


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False), st.sampled_from(LAYOUTS))
def test_every_edit_parses_and_leaves_the_rest_alone(random: Random, layout: Callable[[str], str]) -> None:
    before = document(layout(source(random)))
    assert not tree(before).problems, before.text
    for case, after in made(before, random):
        assert not parse(after).problems, (case.name, after)
        lost = visible(before.text) - visible(after)
        if case.replaced is None:
            assert not lost, (case.name, after)
        else:
            own = before.text[case.replaced.start : case.replaced.end]
            assert not lost - visible(own + trailing_comment(before.text, case.replaced.end)), (case.name, after)
        if "\r" in before.text:
            assert after.count("\n") == after.count("\r\n"), (case.name, after)


def trailing_comment(text: str, offset: int) -> str:
    """What stands behind something on its line, which goes with it."""
    return text[offset:].partition("\n")[0]


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False), st.sampled_from(LAYOUTS))
def test_what_is_set_stands_there_and_setting_it_again_changes_nothing(
    random: Random, layout: Callable[[str], str]
) -> None:
    before = document(layout(source(random)))
    for index, (block, parent) in enumerate(blocks(tree(before).body)):
        for name in ("engine", "storage_encrypted"):
            change = BlockSite(before, block, parent).set(name, "it's ${new}")
            assert change is not None
            after = document(result(before, change))
            changed, around = list(blocks(tree(after).body))[index]
            (attribute,) = (each for each in changed.body.attributes if each.name == name)
            assert isinstance(attribute.value, syntax.Literal)
            assert attribute.value.value == "it's ${new}"
            assert BlockSite(after, changed, around).set(name, "it's ${new}") is None
            others = [each.name for each in changed.body.attributes if each.name != name]
            assert others == [each.name for each in block.body.attributes if each.name != name]


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False))
def test_setting_touches_no_line_outside_the_block(random: Random) -> None:
    before = document(source(random))
    for block, parent in blocks(tree(before).body):
        if parent is not tree(before).body:
            continue
        for name in ("engine", "storage_encrypted"):
            change = BlockSite(before, block, parent).set(name, 1)
            for edit in change.edits if change else ():
                assert block.start <= edit.span.start <= edit.span.end <= before.text.index("\n", block.end)


# ------------------------------------------------------------------ terraform fmt

TERRAFORM = shutil.which("terraform")


def fmt(folder: Path, *arguments: str) -> str:
    """Run the formatter over a folder; what it prints."""
    environment = {**os.environ, "CHECKPOINT_DISABLE": "1"}
    command = [str(TERRAFORM), "fmt", *arguments, str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.skipif(TERRAFORM is None, reason="needs terraform")
def test_text_that_fmt_left_alone_is_left_alone_after_every_edit(tmp_path: Path) -> None:
    random = Random(4)
    for number in range(int(os.environ.get("CLOUDLINT_FMT_FILES", "60"))):
        (tmp_path / f"{number}.tf").write_text(source(random), encoding="utf-8", newline="")
    fmt(tmp_path)
    names = {}
    for path in sorted(tmp_path.glob("*.tf")):
        before = document(path.read_bytes().decode())
        path.unlink()
        for number, (case, after) in enumerate(made(before, random)):
            target = tmp_path / f"{path.stem}-{number}.tf"
            target.write_text(after, encoding="utf-8", newline="")
            names[target.name] = case.name
    assert len(names) > 100
    untidy = [Path(line).name for line in fmt(tmp_path, "-check", "-list=true").splitlines()]
    kinds = Counter(names[name] for name in untidy)
    assert not untidy, (kinds, fmt(tmp_path, "-check", "-diff", "-list=false")[:4000])
