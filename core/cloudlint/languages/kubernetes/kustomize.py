"""Kustomizations: what they are, what they name, and which of them build a file.

A kustomization that another one names is judged as that one builds it, as a module of Terraform is through its callers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from ...document import Document
from ...patterns import pattern
from ...resource import KNOWN, Value
from ...workspace import Workspace
from ..yaml.loading import load
from ..yaml.values import Reader

NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
GROUP = "kustomize.config.k8s.io"
HEAD = 2048  # bytes in which a list of operations shows what it is
MOST_LEVELS = 3  # folders above a file in which a kustomization is looked for

FILES = ("resources", "bases", "components", "crds")
"""The lists of files and folders; patches are named in lists of their own (see `patches_of`)."""

_LITERAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/:")
_KIND = pattern(r"""^["']?kind["']?[ \t]*:[ \t]*["']?(\w+)""", re.MULTILINE)
_VERSION = pattern(r"""^["']?apiVersion["']?[ \t]*:[ \t]*["']?([\w.-]+)""", re.MULTILINE)
_FIELD = pattern(
    r"^(?:resources|bases|components|patches|patchesStrategicMerge|patchesJson6902|configMapGenerator|secretGenerator"
    r"|images|namespace|namePrefix|nameSuffix|commonLabels|labels|generatorOptions|helmCharts|transformers)[ \t]*:",
    re.MULTILINE,
)
_FIRST = pattern(r"""(?:-[ \t]+|\[)\s*\{?\s*["']?(?:from|op|path|value)["']?[ \t]*:""")
_OPERATION = pattern(r"""["']?\bop["']?[ \t]*:[ \t]*["']?(?:add|copy|move|remove|replace|test)\b""")
_POINTER = pattern(r"""["']?path["']?[ \t]*:[ \t]*["']?/""")


def is_kustomization(text: str, path: str) -> bool:
    """Is a text what Kustomize reads of a folder, whole or half typed? It has to be called so, too."""
    if posixpath.basename(path) not in NAMES:
        return False
    kind, version = _KIND.search(text), _VERSION.search(text)
    if (kind and kind[1] not in ("Kustomization", "Component")) or (version and version[1] != GROUP):
        return False
    return bool(kind or version) or _FIELD.search(text) is not None


def is_operations(text: str) -> bool:
    """Is a text a list of operations (JSON 6902), which a kustomization may apply?"""
    return _begins(text) and _OPERATION.search(text) is not None and _POINTER.search(text) is not None


def _begins(text: str) -> bool:
    """Does a text begin like such a list, comments apart?"""
    at = 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content and not content.startswith(("#", "---")):
            return _FIRST.match(text, at + len(line) - len(line.lstrip())) is not None
        at += len(line)
    return False


def recognised(workspace: Workspace, path: str) -> bool:
    """Is the file a kustomization, or such a list?"""
    if posixpath.basename(path) not in NAMES and not _begins(workspace.head(path, HEAD)):
        return False
    document = workspace.read(path)
    return document is not None and (is_kustomization(document.text, path) or is_operations(document.text))


def roots_of(workspace: Workspace, path: str, every: Collection[str]) -> list[str]:
    """The kustomizations that build a file and are themselves built by none; nothing where none builds it.

    `every` are the kustomizations among which those that use a folder are looked for.
    """
    first = [path] if posixpath.basename(path) in NAMES else list(_naming(workspace, path))
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(reversed(first))
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        folder = posixpath.dirname(current)
        users = [user for user in every if user != current and folder in named(workspace, user)]
        if users:
            waiting += users
        else:
            found[current] = None
    return list(found) or first[:1]


def _naming(workspace: Workspace, path: str) -> Iterator[str]:
    """The kustomizations in a file's folder, or not far above, that name it."""
    folder = posixpath.dirname(path)
    for _ in range(MOST_LEVELS + 1):
        if not workspace.holds(folder):
            return
        found = file_in(workspace, folder)
        if found and path in named(workspace, found):
            yield found
        folder = posixpath.dirname(folder)


def file_in(workspace: Workspace, folder: str) -> str:
    """The kustomization of a folder; empty where there is none."""
    there = workspace.list(folder)
    name = next((name for name in NAMES if name in there), "")
    document = workspace.read(f"{folder}/{name}") if name else None
    return document.path if document is not None and is_kustomization(document.text, document.path) else ""


def named(workspace: Workspace, path: str) -> Collection[str]:
    """The files and folders, with their paths, that a kustomization takes in."""
    return workspace.fact(path, "kustomize names", partial(_named, workspace, path))


def _named(workspace: Workspace, path: str) -> frozenset[str]:
    root = read(workspace, path)
    if root is None:
        return frozenset()
    folder = posixpath.dirname(path)
    items = [item for name in FILES for item in items_of(root, name)]
    items += [item for name in ("patchesStrategicMerge",) for item in items_of(root, name)]
    items += [
        item.data["path"]
        for name in ("patches", "patchesJson6902")
        for item in items_of(root, name)
        if isinstance(item.data, Mapping) and "path" in item.data
    ]
    texts = [item.data for item in items if isinstance(item.data, str) and "\n" not in item.data]
    return frozenset(located(folder, text) for text in texts)


class Parsed:
    """The documents of a text, and what of it cannot be read."""

    __slots__ = ("problems", "values")

    def __init__(self, document: Document) -> None:
        stream = load(document.text)
        reader = Reader(document, problems=stream.problems)
        self.values = tuple(reader.value(node) for node in stream.documents if node is not None)
        self.problems = stream.problems


def parsed(document: Document) -> Parsed:
    """What a document says, read once however many kustomizations build on it."""
    if not isinstance(document.tree, Parsed):
        document.tree = Parsed(document)
    return document.tree


def read(workspace: Workspace, path: str) -> Value | None:
    """What a kustomization says; None where it cannot be read at all."""
    document = workspace.read(path, "kubernetes")
    value = next(iter(parsed(document).values), None) if document is not None else None
    return value if value is not None and isinstance(value.data, Mapping) else None


def items_of(value: Value | None, name: str) -> tuple[Value, ...]:
    """The items of a list at a key; nothing where there is none."""
    data = value.data if value is not None else None
    found = data.get(name) if isinstance(data, Mapping) else None
    return found.data if found is not None and isinstance(found.data, tuple) else ()


def entry_of(value: Value | None, name: str) -> Value | None:
    """The value at a key, None where it is missing or null."""
    data = value.data if value is not None else None
    found = data.get(name) if isinstance(data, Mapping) else None
    return found if found is not None and found.state is KNOWN else None


def word_of(value: Value | None, name: str) -> str:
    """The text at a key; empty where there is none."""
    found = entry_of(value, name)
    return str(found.data) if found is not None and isinstance(found.data, (str, int)) else ""


def fits(wanted: str, text: str) -> bool:
    """Is a text wholly what a regular expression describes? As Go reads them, in time that no pattern can blow up."""
    if wanted == text or not set(wanted) - _LITERAL:
        return wanted == text
    from ..terraform.functions.calling import Failure, Undecided
    from ..terraform.functions.regexmachine import matches
    from ..terraform.functions.regexsyntax import parse

    try:
        return next(matches(parse(f"^(?:{wanted})$"), text), None) is not None
    except (Failure, Undecided):
        return False


def located(folder: str, path: str) -> str:
    """Where a path leads from a folder."""
    return posixpath.normpath(posixpath.join(folder, path))
