"""Who calls a module directory: an index of the local `module` calls of the repository, built from text first.

Of every file only the text is searched; a file is parsed when it seems to call a directory that is asked for.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import partial

from ...workspace import Workspace
from . import syntax
from .declarations import SUFFIXES, tree_of

_LOCAL_SOURCE = re.compile(r'\bsource"?\s*[=:]\s*"(\.\.?/[^"$]*)"')


class Callers:
    """The directories that call each directory. `files` are the files of the repository."""

    def __init__(self, workspace: Workspace, files: Iterable[str]) -> None:
        self._workspace = workspace
        self._candidates: dict[str, list[str]] = {}  # directory -> files that seem to call it
        self._callers: dict[str, tuple[str, ...]] = {}
        for path in files:
            if path.endswith(SUFFIXES):
                for target in workspace.fact(path, "calls", partial(self._search, path)):
                    self._candidates.setdefault(target, []).append(path)

    def roots_of(self, directory: str) -> list[str]:
        """The uncalled directories from which `directory` is reached; itself where nobody calls it.

        Directories that only call each other in a circle give `directory` itself.
        """
        roots: set[str] = set()
        seen: set[str] = set()
        waiting = [directory]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                callers = self._callers_of(current)
                waiting += callers
                if not callers:
                    roots.add(current)
        return sorted(roots) or [directory]

    def _search(self, path: str) -> tuple[str, ...]:
        """The directories that the file seems to call."""
        document = self._workspace.read(path) if self._workspace.mentions(path, b"module", b"./") else None
        if document is None:
            return ()
        folder = posixpath.dirname(path)
        targets = (_target(folder, source) for source in dict.fromkeys(_LOCAL_SOURCE.findall(document.text)))
        return tuple(target for target in targets if target != folder)

    def _callers_of(self, directory: str) -> tuple[str, ...]:
        found = self._callers.get(directory)
        if found is None:
            candidates = self._candidates.get(directory, ())
            folders = {posixpath.dirname(path): None for path in candidates if self._calls(path, directory)}
            found = self._callers[directory] = tuple(folders)
        return found

    def _calls(self, path: str, directory: str) -> bool:
        """Does a `module` block of the file really call the directory?"""
        document = self._workspace.read(path)
        assert document is not None
        folder = posixpath.dirname(path)
        return any(
            block.type == "module" and _target(folder, _source(block)) == directory
            for block in tree_of(document).body.blocks
        )


def _target(folder: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(folder, source))


def _source(block: syntax.Block) -> str:
    for attribute in block.body.attributes:
        if attribute.name == "source" and isinstance(attribute.value, syntax.Literal):
            return attribute.value.value if isinstance(attribute.value.value, str) else ""
    return ""
