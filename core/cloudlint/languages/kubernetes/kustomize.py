"""Kustomizations: what they are, what they name, and which of them build a file.

A kustomization that another one names is judged as that one builds it, as a module of Terraform is through its callers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from ...document import Document
from ...patterns import pattern
from ...resource import KNOWN, Value
from ...workspace import Workspace
from ..yaml.loading import load
from ..yaml.values import Reader

NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
MOST_LEVELS = 3  # folders above a file in which a kustomization is looked for

FILES = ("resources", "bases", "components", "crds")
"""The lists of files and folders; patches are named in lists of their own (see `patches_of`)."""

_KIND = pattern(r"""^["']?kind["']?[ \t]*:[ \t]*["']?(\w+)""", re.MULTILINE)
_GROUP = pattern(r"""^["']?apiVersion["']?[ \t]*:[ \t]*["']?kustomize\.config\.k8s\.io/""", re.MULTILINE)
_FIELD = pattern(
    r"^(?:resources|bases|components|patches|patchesStrategicMerge|patchesJson6902|configMapGenerator|secretGenerator"
    r"|images|namespace|namePrefix|nameSuffix|commonLabels|labels|generatorOptions|helmCharts|transformers)[ \t]*:",
    re.MULTILINE,
)
_OPERATION = pattern(
    r"""^(?:- |[ \t]*\{?[ \t]*)["']?op["']?[ \t]*:[ \t]*["']?(?:add|copy|move|remove|replace|test)\b""", re.MULTILINE
)
_POINTER = pattern(r"""["']?path["']?[ \t]*:[ \t]*["']?/""")


def is_kustomization(text: str, path: str) -> bool:
    """Is a text what Kustomize reads of a folder, whole or half typed? It has to be called so, too."""
    if posixpath.basename(path) not in NAMES:
        return False
    kind = _KIND.search(text)
    if kind is not None or "apiVersion" in text:
        return _GROUP.search(text) is not None or (kind is not None and kind[1] in ("Kustomization", "Component"))
    return _FIELD.search(text) is not None


def is_operations(text: str) -> bool:
    """Is a text a list of operations (JSON 6902), which a kustomization may apply?"""
    return _OPERATION.search(text) is not None and _POINTER.search(text) is not None


def recognised(workspace: Workspace, path: str) -> bool:
    """Is the file a kustomization, or such a list?"""
    if posixpath.basename(path) not in NAMES and not workspace.mentions(path, b"op", b"path"):
        return False
    document = workspace.read(path)
    if document is None:
        return False
    return is_kustomization(document.text, path) or is_operations(document.text)


def roots_of(workspace: Workspace, path: str, repository: Iterable[str]) -> list[str]:
    """The kustomizations that build a file and are themselves built by none; nothing where none builds it.

    `repository` are the files among which those that use a folder are looked for.
    """
    first = [path] if posixpath.basename(path) in NAMES else list(_naming(workspace, path))
    found: dict[str, None] = {}
    seen: set[str] = set()
    every = [file for file in repository if posixpath.basename(file) in NAMES] if first else []
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


def read(workspace: Workspace, path: str) -> Value | None:
    """What a kustomization says; None where it cannot be read at all."""
    document = workspace.read(path, "kubernetes")
    return value_of(document) if document is not None else None


def value_of(document: Document) -> Value | None:
    """The first document of a text as a mapping; None where it is none."""
    node = next((node for node in load(document.text).documents if node is not None), None)
    value = Reader(document).value(node) if node is not None else None
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


def located(folder: str, path: str) -> str:
    """Where a path leads from a folder."""
    return posixpath.normpath(posixpath.join(folder, path))
