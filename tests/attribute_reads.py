"""Which attributes a rule reads, found in its source without running it.

Follows the subject of a check through subscripts, `blocks`, `each`, assignments and loops. Where it loses track (a
helper's argument, say), the read is still reported, with `subjects` None: it may be about any block of any kind.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Subject = tuple[str, str]
"""A kind and a dotted path inside it; the path is empty for the resource itself."""

Subjects = frozenset[Subject]

READING = {"blocks", "each", "entry"}
LINKING = {"linked", "lacks"}
TRANSPARENT = {"items", "but"}
PASSING = {"chain", "filter", "iter", "list", "next", "reversed", "sorted", "tuple"}


class Read(NamedTuple):
    """A path that is read below one of the subjects (None: not known which), at a line."""

    line: int
    subjects: Subjects | None
    path: str


def reads(source: str, kinds: Mapping[str, Iterable[str]]) -> list[Read]:
    """Every read in a rule's source; `kinds` says which kinds each check is registered for, by function name."""
    tree = ast.parse(source)
    constants = {
        target.id: strings
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and (strings := _constants(node.value, {}))
    }
    found: list[Read] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            follower = _Follower(dict(constants))
            registered = kinds.get(node.name)
            if registered is not None and node.args.args:
                follower.subjects[node.args.args[0].arg] = frozenset((kind, "") for kind in registered)
            for statement in node.body:
                follower.visit(statement)
            found += follower.found
    return found


class _Follower(ast.NodeVisitor):
    """Walks one function in source order; a name that is bound twice may be either."""

    def __init__(self, strings: dict[str, tuple[str, ...]]) -> None:
        self.strings = strings
        self.subjects: dict[str, Subjects] = {}
        self.found: list[Read] = []

    # ------------------------------------------------------------ binding names

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._bind(target, node.value)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._bind(node.target, node.value)

    def visit_For(self, node: ast.For) -> None:
        self.visit(node.iter)
        self._bind(node.target, node.iter)
        for statement in (*node.body, *node.orelse):
            self.visit(statement)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> None:
        for generator in node.generators:
            self.visit(generator.iter)
            self._bind(generator.target, generator.iter)
            for test in generator.ifs:
                self.visit(test)
        for element in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
            self.visit(element)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehension  # noqa: N815  names that ast asks for

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            subjects = self._subjects(value)
            if subjects is not None:
                self.subjects[target.id] = self.subjects.get(target.id, frozenset()) | subjects
            strings = _constants(value, self.strings)
            if strings:
                self.strings[target.id] = strings

    # ------------------------------------------------------------------- reading

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.generic_visit(node)
        constant = isinstance(node.value, ast.Name) and node.value.id.isupper()
        if not constant and isinstance(node.ctx, ast.Load):
            self._note(node, self._subjects(node.value), node.slice)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if not isinstance(node.func, ast.Attribute):
            return
        name, arguments = node.func.attr, _arguments(node)
        if name in READING and "path" in arguments:
            self._note(node, self._subjects(node.func.value), arguments["path"])
        elif name == "expect" and "path" in arguments:
            self._note(node, self._subjects(arguments["subject"]), arguments["path"])
        elif name in LINKING and "kind" in arguments and "via" in arguments:
            kinds = _constants(arguments["kind"], self.strings)
            self._note(node, frozenset((kind, "") for kind in kinds) or None, arguments["via"])

    def _note(self, node: ast.expr, subjects: Subjects | None, path: ast.expr) -> None:
        self.found += [Read(node.lineno, subjects, text) for text in _constants(path, self.strings)]

    # ---------------------------------------------------------- what is it about?

    def _subjects(self, node: ast.expr) -> Subjects | None:
        """What an expression may stand for; None where that is not known."""
        if isinstance(node, ast.Name):
            return self.subjects.get(node.id)
        if isinstance(node, ast.Subscript):
            paths = _constants(node.slice, self.strings)
            inside = self._subjects(node.value)
            return _below(inside, paths) if paths else inside
        if isinstance(node, ast.Call):
            return self._called(node)
        if isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            return self._subjects(node.elt)
        return self._any(_parts(node))

    def _called(self, node: ast.Call) -> Subjects | None:
        arguments = _arguments(node)
        if isinstance(node.func, ast.Attribute):
            if node.func.attr in READING and "path" in arguments:
                return _below(self._subjects(node.func.value), _constants(arguments["path"], self.strings))
            if node.func.attr in TRANSPARENT:
                return self._subjects(node.func.value)
            if node.func.attr in {"linked", "of"} and "kind" in arguments:
                kinds = _constants(arguments["kind"], self.strings)
                return frozenset((kind, "") for kind in kinds) or None
            return None
        passes = isinstance(node.func, ast.Name) and node.func.id in PASSING
        return self._any(node.args) if passes else None

    def _any(self, nodes: Iterable[ast.expr]) -> Subjects | None:
        known = [subjects for node in nodes if (subjects := self._subjects(node)) is not None]
        return frozenset().union(*known) if known else None


SIGNATURES = {
    **dict.fromkeys(READING, ("path",)),
    **dict.fromkeys(LINKING, ("kind", "via")),
    "of": ("kind",),
    "expect": ("subject", "path"),
}


def _arguments(node: ast.Call) -> dict[str, ast.expr]:
    """The arguments of a call to one of the methods we know, by name."""
    names = SIGNATURES.get(node.func.attr, ()) if isinstance(node.func, ast.Attribute) else ()
    return {
        **dict(zip(names, node.args, strict=False)),
        **{keyword.arg: keyword.value for keyword in node.keywords if keyword.arg},
    }


def _parts(node: ast.expr) -> list[ast.expr]:
    """The expressions that this one is one of, or is put together from."""
    if isinstance(node, (ast.Tuple, ast.List)):
        return node.elts
    if isinstance(node, ast.Starred):
        return [node.value]
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.NamedExpr):
        return [node.value]
    return []


def _below(subjects: Subjects | None, paths: Iterable[str]) -> Subjects | None:
    if subjects is None:
        return None
    return frozenset((kind, f"{inner}.{path}".lstrip(".")) for kind, inner in subjects for path in paths)


def _constants(node: ast.expr, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The strings that an expression is, or holds as a tuple, list or set; nothing where that is not plain to see."""
    if isinstance(node, ast.Constant):
        return (node.value,) if isinstance(node.value, str) else ()
    if isinstance(node, ast.Name):
        return known.get(node.id, ())
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        parts = [_constants(item, known) for item in node.elts]
        return tuple(text for part in parts for text in part) if all(parts) else ()
    return ()
