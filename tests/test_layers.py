"""Which way the arrows point: who may import whom, read out of the sources; a failure names the offending line.

`FREE` is everything above the layers named here (cli, running, lsp), bound by the general rules only.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

OURS = ("cloudlint", "cloudlint_lsp")

# Module (pattern) -> what of ours it may import (patterns). The first pattern that fits a module counts.
# `typed`, `patterns` and `globs`, which only stand for `typing`, `re` and `fnmatch`, are open to all.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    r"cloudlint\.typed": (),
    r"cloudlint\.(patterns|globs)": (),
    r"cloudlint\.model": (),
    r"cloudlint\.text": (),
    r"cloudlint\.standards": (),
    r"cloudlint\.document": ("model", "text"),
    r"cloudlint\.outline": (),
    r"cloudlint\.cvss": ("model",),
    r"cloudlint\.resource": ("model",),
    r"cloudlint\.rule": ("model", "resource"),
    r"cloudlint\.unknowns": ("resource",),
    r"cloudlint\.notices": ("model", "rule"),
    r"cloudlint\.analysis": ("model", "text", "document", "resource"),
    r"cloudlint\.workspace": ("model", "text", "document", "notices"),
    r"cloudlint\.vocabulary(\..+)?": ("model", "resource", r"vocabulary(\..+)?"),
    r"cloudlint\.rules\.(_index|_aliases)": (),
    r"cloudlint\.rules(\..+)?": ("model", "resource", "rule", r"vocabulary(\..+)?", "{service}._shared"),
    r"cloudlint\.catalog": ("rule", "notices", r"rules\.(_index|_aliases)"),
    r"cloudlint\.linting": ("model", "resource", "rule", "notices", "catalog", "unknowns", r"languages(\..+)?"),
    r"cloudlint\.documentation": ("model", "cvss", "rule", "standards"),
    r"cloudlint\.languages(\..+)?": (
        *("model", "text", "document", "resource", "notices", "analysis", "unknowns", "outline", "workspace"),
        *(r"vocabulary(\..+)?", r"languages(\..+)?"),
    ),
}

# What nobody below may import, whatever else it may: (importer, imported, why).
FORBIDDEN = [
    (r"cloudlint(\..+)?", r"(cloudlint_lsp|pygls|lsprotocol)(\..+)?", "core knows nothing of editors"),
    (r"(?!cloudlint\.(cli|__main__)).*", r"cloudlint\.cli(\..+)?", "nobody imports the command line"),
    (
        r"cloudlint\.report(\..+)?",
        r"cloudlint\.(cli|config|linting)(\..+)?|os|sys|io|pathlib",
        "findings to text, no I/O",
    ),
    (r"cloudlint_lsp(\..+)?", r"cloudlint\.(rules|languages)(\..+)?", "the server calls core's public API"),
]

# Function-level imports of ours, only where laziness is the point: module (pattern) -> reason.
LAZY = {
    r"cloudlint": "the public names, each resolved on first use",
    r"cloudlint\.__main__": "starts the command line",
    r"cloudlint\.catalog": "rules are imported by the kinds that a file holds",
    r"cloudlint\.(config|settings_files|settings_keys)": "what only a repository with settings needs",
    r"cloudlint\.cli(\..+)?": "sub-commands and output formats",
    r"cloudlint\.report": "one output format of many",
    r"cloudlint\.(running|repository|dividing|judged|mending|outcome)": "processes, the cache, what a run may not meet",
    r"cloudlint\.vocabulary\.json_text": "policies that are written as text",
    r"cloudlint\.fixing": "the independent check of fixed text",
    r"cloudlint\.ignoring": "patterns that are more than a name or an ending",
    r"cloudlint\.suppressing\.reading": "notations, where something is ignored",
    r"cloudlint\.languages": "parsers of the formats that occur",
    r"cloudlint\.languages\.dockerfile\.sites": "edits, which are asked for at few of the values",
    r"cloudlint\.languages\.coverage": "the tables of the translation, for the list of rules",
    r"cloudlint\.languages\.kubernetes\.kustomize": "regular expressions, which few targets are",
    r"cloudlint\.languages\.cloudformation(\..+)?": "YAML for templates in JSON, and what only writing needs",
    r"cloudlint\.languages\.yaml(\..+)?": "mending, which undamaged files do without",
    r"cloudlint\.languages\.terraform(\..+)?": "functions and notations that most files do without",
}

# Slow to import and not needed to judge one file: never at module level on the way from the command line.
SLOW = {
    *(
        "asyncio",
        "typing",
        "dataclasses",
        "difflib",
        "email",
        "hcl2",
        "http",
        "importlib.metadata",
        "inspect",
        "json",
        "lark",
    ),
    *(
        "logging",
        "multiprocessing",
        "pathlib",
        "re",
        "subprocess",
        "tempfile",
        "textwrap",
        "tomllib",
        "tomli",
        "urllib",
        "yaml",
    ),
}

HOOKS_WAY = ("cloudlint.cli", "cloudlint.linting", "cloudlint.catalog")


class Import(NamedTuple):
    """One imported module; `lazy` is inside a function, `typing` under `if TYPE_CHECKING`."""

    line: int
    target: str
    lazy: bool
    typing: bool


class Source(NamedTuple):
    """A module: where it stands and what it imports."""

    path: str
    imports: tuple[Import, ...]


# -------------------------------------------------------------------------- reading


def imports_of(module: str, text: str, modules: Iterable[str], package: bool = False) -> tuple[Import, ...]:
    """Every import in a module's text; `from x import y` is an import of `x.y` where that is a module of ours."""
    known = frozenset(modules)
    return tuple(_walk(ast.parse(text), module if package else module.rpartition(".")[0], known, False, False))


def _walk(node: ast.AST, package: str, known: frozenset[str], lazy: bool, typing: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(child.lineno, alias.name, lazy, typing) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            for target in dict.fromkeys(_targets(child, package, known)):
                yield Import(child.lineno, target, lazy, typing)
        else:
            function = isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            checking = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            yield from _walk(child, package, known, lazy or function, typing or checking)


def _targets(node: ast.ImportFrom, package: str, known: frozenset[str]) -> Iterator[str]:
    origin = node.module or ""
    if node.level:
        parts = package.split(".")
        origin = ".".join((*parts[: len(parts) - node.level + 1], *([origin] if origin else [])))
    for alias in node.names:
        inner = f"{origin}.{alias.name}"
        yield inner if inner in known else origin


def read_sources() -> dict[str, Source]:
    """Every module of core and lsp."""
    files: dict[str, Path] = {}
    for root in (ROOT / "core", ROOT / "lsp"):
        for path in sorted(root.rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            files[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return {
        module: Source(
            path.relative_to(ROOT).as_posix(),
            imports_of(module, path.read_text(encoding="utf-8"), files, path.name == "__init__.py"),
        )
        for module, path in files.items()
    }


# ------------------------------------------------------------------------- the rules


def wrong_arrows(sources: Mapping[str, Source]) -> Iterator[str]:
    """Imports that a layer is not allowed."""
    for module, source in sources.items():
        allowed = next((names for pattern, names in MAY_IMPORT.items() if re.fullmatch(pattern, module)), None)
        service = re.escape(module.rpartition(".")[0].removeprefix("cloudlint."))
        for found in source.imports:
            if allowed is not None and found.target.split(".")[0] in OURS:
                names = "|".join(("typed", "patterns", "globs", *allowed)).replace("{service}", service)
                if not re.fullmatch(rf"cloudlint\.({names})", found.target):
                    yield f"{source.path}:{found.line}: {module} may not import {found.target}"
            for importer, imported, why in FORBIDDEN:
                if re.fullmatch(importer, module) and re.fullmatch(imported, found.target):
                    yield f"{source.path}:{found.line}: {module} may not import {found.target}: {why}"


def hidden_imports(sources: Mapping[str, Source]) -> Iterator[str]:
    """Imports of ours inside functions, where laziness is not the point."""
    for module, source in sources.items():
        if not any(re.fullmatch(pattern, module) for pattern in LAZY):
            for found in source.imports:
                if found.lazy and found.target.split(".")[0] in OURS:
                    yield f"{source.path}:{found.line}: {module} imports {found.target} inside a function"


def cycles(sources: Mapping[str, Source]) -> Iterator[str]:
    """Rings of imports, lazy ones and those for types included; one line a ring, at the import that closes it."""
    done: set[str] = set()
    for start in sources:
        yield from _search(start, (), sources, done)


def _search(module: str, trail: tuple[str, ...], sources: Mapping[str, Source], done: set[str]) -> Iterator[str]:
    if module in done:
        return
    for found in sources[module].imports:
        if found.target in (*trail, module):
            ring = (*trail, module)
            ring = (*ring[ring.index(found.target) :], found.target)
            yield f"{sources[module].path}:{found.line}: a ring of imports: {' -> '.join(ring)}"
        elif found.target in sources:
            yield from _search(found.target, (*trail, module), sources, done)
    done.add(module)


def slow_imports(sources: Mapping[str, Source]) -> Iterator[str]:
    """Slow modules that are imported at once by what the hook imports at once."""
    waiting = [module for module in HOOKS_WAY if module in sources]
    seen: set[str] = set()
    while waiting:
        module = waiting.pop()
        if module in seen or module not in sources:
            continue
        seen.add(module)
        waiting.append(module.rpartition(".")[0])
        for found in sources[module].imports:
            if found.lazy or found.typing:
                continue
            waiting.append(found.target)
            if found.target in SLOW or found.target.split(".")[0] in SLOW:
                yield f"{sources[module].path}:{found.line}: {module} imports {found.target} at once"


# -------------------------------------------------------------------------- the tests

SOURCES = read_sources()


def test_arrows_point_the_right_way() -> None:
    complain_about(wrong_arrows(SOURCES))


def test_function_level_imports_are_where_laziness_is_the_point() -> None:
    complain_about(hidden_imports(SOURCES))


def test_there_are_no_cycles() -> None:
    complain_about(cycles(SOURCES))


def test_the_hook_imports_nothing_slow() -> None:
    complain_about(slow_imports(SOURCES))


def complain_about(lines: Iterable[str]) -> None:
    """Fails with all the lines, so that one run shows everything there is to mend."""
    found = sorted(lines)
    assert not found, "\n" + "\n".join(found)


def sources_of(texts: Mapping[str, str]) -> dict[str, Source]:
    return {module: Source("x.py", imports_of(module, text, texts)) for module, text in texts.items()}


@pytest.mark.parametrize(
    ("module", "text", "wrong"),
    [
        ("cloudlint.model", "import enum", 0),
        ("cloudlint.model", "\nfrom .text import Lines", 2),
        ("cloudlint.resource", "from .model import Span", 0),
        ("cloudlint.resource", "from cloudlint.rule import Rule", 1),
        ("cloudlint.running", "import pygls.server", 1),
        ("cloudlint.running", "from .cli import main", 1),
        ("cloudlint.running", "def run():\n  from cloudlint_lsp import server", 2),
        ("cloudlint.rules.aws.s3.open", "from cloudlint.rule import Rule", 0),
        ("cloudlint.rules.aws.s3.open", "from cloudlint.vocabulary.networks import Port", 0),
        ("cloudlint.rules.aws.s3.open", "from cloudlint.rules.aws.s3._shared import companion", 0),
        ("cloudlint.rules.aws.s3.open", "from ._shared import companion", 0),
        ("cloudlint.rules.aws.s3.open", "from cloudlint.rules.aws.rds._shared import companion", 1),
        ("cloudlint.rules.aws.s3.open", "from cloudlint.rules.aws.s3.closed import rule", 1),
        ("cloudlint.rules.aws.s3.open", "from cloudlint.catalog import Catalog", 1),
    ],
)
def test_a_wrong_arrow_is_named(module: str, text: str, wrong: int) -> None:
    found = list(wrong_arrows(sources_of({module: text})))
    assert [line.split(":")[1] for line in found] == ([str(wrong)] if wrong else [])


def test_a_hidden_import_is_named() -> None:
    texts = {
        "cloudlint.linting": "def judge():\n  from .model import Span",
        "cloudlint.catalog": "def f():\n import json",
    }
    assert [line.split(":")[1] for line in hidden_imports(sources_of(texts))] == ["2"]


def test_a_ring_is_named_also_where_it_is_lazy() -> None:
    texts = {
        "cloudlint.a": "from . import b",
        "cloudlint.b": "from .c import x",
        "cloudlint.c": "def f():\n  from cloudlint import a",
        "cloudlint.d": "from .a import x",
    }
    texts["cloudlint"] = ""
    ring = "cloudlint.a -> cloudlint.b -> cloudlint.c -> cloudlint.a"
    assert list(cycles(sources_of(texts))) == [f"x.py:2: a ring of imports: {ring}"]


def test_a_slow_import_is_named() -> None:
    texts = {
        "cloudlint.cli": "from .running import run\ndef f():\n  import json",
        "cloudlint.running": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  import pathlib\nimport subprocess",
    }
    assert [line.split(":")[1] for line in slow_imports(sources_of(texts))] == ["1", "4"]


def test_rules_compile_no_pattern_while_they_are_imported() -> None:
    """A pattern costs its compilation at every commit; `re.search(PATTERN, text)` compiles it when it is first used."""
    complain_about(
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}: compiled at import: give `re` the text of the pattern"
        for path in sorted((ROOT / "core" / "cloudlint" / "rules").rglob("*.py"))
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))
        for node in ast.walk(statement)
        if isinstance(node, ast.Attribute) and node.attr == "compile"
    )
