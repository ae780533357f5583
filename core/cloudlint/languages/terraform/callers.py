"""Who calls a module directory: an index of the local `module` calls of the repository, built from text first.

Only files that mention a module and a local path are read, and only a call that a parse confirms counts.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from ...workspace import Workspace
from . import syntax
from .declarations import SUFFIXES, tree_of

_CALL = re.compile(r'^\s*module\s+"|"module"\s*:', re.MULTILINE)
_LOCAL_SOURCE = re.compile(r'\bsource"?\s*[=:]\s*"\.\.?/')


class Callers:
    """The directories that call each directory. `files` are the Terraform files of the repository."""

    def __init__(self, workspace: Workspace, files: Iterable[str]) -> None:
        self._workspace = workspace
        self._callers: dict[str, dict[str, None]] = {}
        for path in files:
            if path.endswith(SUFFIXES):
                self._read(path)

    def roots_of(self, directory: str) -> list[str]:
        """The uncalled directories from which `directory` is reached; itself where nobody calls it.

        Directories that call each other in a circle are all taken.
        """
        roots: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [directory]
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            callers = self._callers.get(current)
            if callers:
                waiting += callers
            else:
                roots[current] = None
        return sorted(roots) or [directory]

    def _read(self, path: str) -> None:
        if not self._workspace.mentions(path, b"module", b"./"):
            return
        document = self._workspace.read(path)
        if document is None or not (_CALL.search(document.text) and _LOCAL_SOURCE.search(document.text)):
            return
        folder = posixpath.dirname(path)
        for block in tree_of(document).body.blocks:
            if block.type == "module":
                source = _source(block)
                if source.startswith(("./", "../")):
                    target = posixpath.normpath(posixpath.join(folder, source))
                    if target != folder:
                        self._callers.setdefault(target, {})[folder] = None


def _source(block: syntax.Block) -> str:
    for attribute in block.body.attributes:
        if attribute.name == "source" and isinstance(attribute.value, syntax.Literal):
            return attribute.value.value if isinstance(attribute.value.value, str) else ""
    return ""
