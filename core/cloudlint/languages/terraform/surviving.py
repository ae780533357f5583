"""Surviving: what checks said of a module before an edit, as far as the edit cannot have changed it.

An edit inside blocks changes what these blocks say and what is said by all that refers to them, directly or not. The
references are read from the syntax, not from the evaluation, so that nothing that could matter is missed. Where an edit
does more than that (blocks come or go, names change, files are read as text), nothing survives and all is judged anew.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from functools import partial

from ...document import Document
from ...resource import NOTHING_SAID, Resource
from ...typed import NamedTuple
from . import syntax
from .declarations import is_override, tree_of
from .moving import Shift, moved, shift_between
from .project import Root

CONTENT_ONLY = frozenset({"resource", "data", "locals", "variable", "output", "module"})

Block = tuple[str, int]  # path and number of a top-level block


def survive(before: Root, after: Root, touched: Collection[str]) -> None:
    """Hand on what was said of the module before; `touched` is as `Outdated` has it."""
    edits = _edits(before, after) if _only_modules(before, touched) else None
    if edits is None:
        return
    shifts, dirty = edits
    affected = _affected(before, after, dirty)
    if affected is None:
        return
    pairs, kinds = _alike_resources(before, after, affected)
    for old, new in pairs:
        new.answers.update(old.answers)
        for check, said in [it for it in old.answers.items() if it[1] is not NOTHING_SAID]:
            gone = "*" in said.asked or not kinds.isdisjoint(said.asked)
            here = None if gone else moved(said, shifts)
            if here is None:
                del new.answers[check]
            else:
                new.answers[check] = here


# ---------------------------------------------------------------------- what was edited


def _only_modules(before: Root, touched: Collection[str]) -> bool:
    """Have no files come or gone, and none changed but those of modules? Others are read as text, or list modules."""
    folders = set(map(posixpath.dirname, before.documents))
    return all(path in folders or path.endswith("/**") for path in touched)  # what is below: names, which are the same


def _edits(before: Root, after: Root) -> tuple[dict[str, Shift], set[Block]] | None:
    """The edit of every changed file, and the blocks that it touches; None where the edit goes further than blocks."""
    if before.documents.keys() != after.documents.keys() or any(map(is_override, after.documents)):
        return None
    shifts: dict[str, Shift] = {}
    dirty: set[Block] = set()
    for path, old in before.documents.items():
        new = after.documents[path]
        if new is old or new.text == old.text:
            continue
        touched = _touched(old, new) if path.endswith((".tf", ".tofu")) and path not in before.depends else None
        if touched is None:
            return None
        shifts[path] = shift_between(old.text, new.text)
        dirty |= {(path, number) for number in touched}
    return shifts, dirty


def _touched(old: Document, new: Document) -> set[int] | None:
    """The numbers of the blocks that an edit touches; None where anything else is different."""
    shift = shift_between(old.text, new.text)
    one, other = tree_of(old), tree_of(new)
    if len(one.body.blocks) != len(other.body.blocks) or one.body.attributes or other.body.attributes:
        return None
    touched: set[int] = set()
    for number, (was, now) in enumerate(zip(one.body.blocks, other.body.blocks, strict=True)):
        if _head(was) != _head(now):
            return None
        if was.end < shift.start:
            whole = (now.start, now.end) == (was.start, was.end)
        elif was.start > shift.end:
            whole = (now.start, now.end) == (was.start + shift.by, was.end + shift.by)
        else:
            touched.add(number)
            if not _same_names(was, now):
                return None
            continue
        if not whole:
            return None
    blocks = one.body.blocks
    if len(touched) != 1 or not any(blocks[n].start < shift.start and shift.end < blocks[n].end for n in touched):
        return None  # between blocks: what stands there belongs to what is around it
    if _elsewhere(one, blocks[min(touched)], 0, 0) != _elsewhere(
        other, other.body.blocks[min(touched)], shift.end, shift.by
    ):
        return None
    return touched


def _head(block: syntax.Block) -> tuple[str, ...]:
    return (block.type, *(label.value for label in block.labels))


def _same_names(was: syntax.Block, now: syntax.Block) -> bool:
    """Does an edited block declare the same as before, and is it one of those that only say something?"""
    if was.type not in CONTENT_ONLY or (was.close < 0) != (now.close < 0):
        return False
    if was.type == "locals":
        return [item.name for item in was.body.attributes] == [item.name for item in now.body.attributes]
    if was.type == "module":
        return _call(was) == _call(now)
    return True


def _call(block: syntax.Block) -> list[tuple[str, object]]:
    """What decides which module is called, and with which arguments, not with what values."""
    return [
        (item.name, item.value.value if item.name == "source" and isinstance(item.value, syntax.Literal) else None)
        for item in block.body.attributes
    ]


def _elsewhere(tree: syntax.File, block: syntax.Block, end: int, by: int) -> list[tuple[int, str]]:
    """The syntax errors outside a block, at their old places."""
    return [
        (problem.start - by if problem.start - by > end else problem.start, problem.message)
        for problem in tree.problems
        if not block.start <= problem.start <= block.end
    ]


# -------------------------------------------------------------------- what depends on it


class Named(NamedTuple):
    """A top-level block by name: what it declares, the names it uses, and the directory that a `module` block calls.

    `calls` is empty where the directory is not known, None for other blocks.
    """

    name: str
    uses: frozenset[str]
    calls: str | None = None


def _affected(before: Root, tree: Root, dirty: set[Block]) -> set[Block] | None:
    """The edited blocks and all that refer to them, through variables, calls and outputs."""
    files: dict[str, tuple[str, list[Named]]] = {}
    for path, document in tree.documents.items():
        if path.endswith((".tf", ".tofu")):
            edited = [number for where, number in dirty if where == path]
            make = partial(_names, before, document, edited)
            files[path] = (posixpath.dirname(path), tree.project.workspace.fact(path, "names", make))
        elif path.endswith(".json"):
            return None
    affected, latest = set(dirty), dirty
    while latest:
        latest = _users(files, latest) - affected
        affected |= latest
    return affected


def _users(files: dict[str, tuple[str, list[Named]]], blocks: Collection[Block]) -> set[Block]:
    """Who refers to any of some blocks.

    A call is used by the variables of what it calls; the outputs of that are used by the call.
    """
    used: dict[str, set[str]] = {}  # by folder
    called: set[str] = set()
    answering: set[str] = set()
    for path, number in blocks:
        folder, block = files[path][0], files[path][1][number]
        used.setdefault(folder, set()).update((block.name, f"{block.name.partition('.')[0]}.*"))
        if block.calls is not None:
            called.add(block.calls)
        if block.name.startswith("output."):
            answering.add(folder)
    found: set[Block] = set()
    for path, (folder, named) in files.items():
        names = used.get(folder, ())
        given = folder in called or "" in called
        for number, block in enumerate(named):
            if (
                (names and not block.uses.isdisjoint(names))
                or (given and block.name.startswith("var."))
                or (block.calls is not None and answering and (not block.calls or block.calls in answering))
            ):
                found.add((path, number))
    return found


def _declared(block: syntax.Block) -> str:
    labels = [label.value for label in block.labels]
    if block.type == "locals":
        return "local.*"
    prefix = {"variable": "var.", "module": "module.", "output": "output.", "data": "data.", "resource": ""}
    return prefix.get(block.type, f"{block.type}!") + ".".join(labels)


def _target(block: syntax.Block, folder: str) -> str:
    for item in block.body.attributes:
        source = item.value.value if item.name == "source" and isinstance(item.value, syntax.Literal) else None
        if isinstance(source, str) and source.startswith(("./", "../")):
            return posixpath.normpath(posixpath.join(folder, source))
    return ""


def _names(before: Root, document: Document, edited: Collection[int]) -> list[Named]:
    """The blocks of a file by name; those that were not edited may be known from before."""
    blocks = tree_of(document).body.blocks
    known = before.project.workspace.known_fact(document.path, "names") if edited else None
    if isinstance(known, list) and len(known) == len(blocks):
        return [_named(block, document) if at in edited else known[at] for at, block in enumerate(blocks)]
    return [_named(block, document) for block in blocks]


def _named(block: syntax.Block, document: Document) -> Named:
    calls = _target(block, posixpath.dirname(document.path)) if block.type == "module" else None
    return Named(_declared(block), frozenset(_uses(block)), calls)


def _uses(block: syntax.Block) -> set[str]:
    """The names that a block uses, as `_declared` gives them; `local.*` for every local."""
    used: set[str] = set()
    waiting: list[object] = [block.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (tuple, list)):
            waiting += node
        elif isinstance(node, syntax.Node):
            path = _traversal(node)
            if path:
                used.add(_used(path))
                continue
            waiting += [getattr(node, slot) for kind in type(node).__mro__ for slot in getattr(kind, "__slots__", ())]
    return used


def _traversal(node: syntax.Node) -> tuple[str, ...]:
    """The names of `a.b.c`, empty for anything else (`a[0].b` is looked into, down to its `a`)."""
    names: list[str] = []
    while isinstance(node, syntax.Attr):
        names.append(node.name)
        node = node.on
    return (node.name, *reversed(names)) if isinstance(node, syntax.Variable) else ()


def _used(path: tuple[str, ...]) -> str:
    root, rest = path[0], path[1:]
    if root == "local" or not rest:
        return f"{root}.*"
    if root == "data":
        return f"data.{'.'.join(rest[:2])}" if len(rest) > 1 else "data.*"
    return f"{root}.{rest[0]}"


# ------------------------------------------------------------------- what may be handed on


def _alike_resources(
    before: Root, after: Root, affected: set[Block]
) -> tuple[list[tuple[Resource, Resource]], set[str]]:
    """The resources that are as they were, before and after, and the kinds of those that are not."""
    starts = {
        path: {block.start for block in tree_of(document).body.blocks}
        for path, document in after.documents.items()
        if path.endswith((".tf", ".tofu"))
    }
    for path, number in affected:
        starts[path].discard(tree_of(after.documents[path]).body.blocks[number].start)
    for kind in {resource.kind for resource in before.graph.made() if resource.answers}:
        after.graph.of(kind)  # what was made only when it was asked for
    old, new = before.graph.made(), after.graph.made()
    by_address = _by_address(old)
    once = _by_address(new)
    kinds: set[str] = set()
    pairs: list[tuple[Resource, Resource]] = []
    for resource in new:
        span, was = resource.span, by_address.get(resource.address)
        if span is None or span.start not in starts.get(span.path, ()):
            kinds.add(resource.kind)
        elif was is not None and once[resource.address] is not None:
            pairs.append((was, resource))
    if [resource.address for resource in old] != [resource.address for resource in new]:
        one, other = _addresses(old), _addresses(new)
        kinds |= {kind for kind in one.keys() | other.keys() if one.get(kind) != other.get(kind)}
    return pairs, kinds


def _by_address(resources: Iterable[Resource]) -> dict[str, Resource | None]:
    """Resources by address, None for an address that several have."""
    found: dict[str, Resource | None] = {}
    for resource in resources:
        found[resource.address] = None if resource.address in found else resource
    return found


def _addresses(resources: Iterable[Resource]) -> dict[str, list[str]]:
    by_kind: dict[str, list[str]] = {}
    for resource in resources:
        by_kind.setdefault(resource.kind, []).append(resource.address)
    return by_kind
