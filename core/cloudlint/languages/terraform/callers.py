"""Who calls a module directory: an index of the local `module` calls and Terragrunt units of the repository.

Of every file only the text is searched; a file is parsed when it seems to call a directory that is asked for.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from functools import partial

from ...patterns import pattern
from ...workspace import Workspace
from . import syntax
from .declarations import SUFFIXES, tree_of

_LOCAL_SOURCE = pattern(r'\bsource"?\s*[=:]\s*"(\.\.?/[^"$]*)"')
_ANY_SOURCE = pattern(r'\bsource\s*=\s*"([^"\n]*)"')

UNIT = "terragrunt.hcl"


def is_unit(path: str) -> bool:
    """Is the file one that calls a module for Terragrunt?"""
    return path.endswith(UNIT) and posixpath.basename(path) == UNIT  # asked of every file of a repository


class Callers:
    """The directories that call each directory. `files` are the files of the repository.

    `called_by` gives the local directory that a Terragrunt unit calls.
    """

    def __init__(
        self, workspace: Workspace, files: Iterable[str], called_by: Callable[[Workspace, str], str | None]
    ) -> None:
        self.workspace = workspace
        self._called_by = called_by
        self._candidates: dict[str, list[str]] = {}  # directory -> files that seem to call it
        self._units: dict[str, list[str]] = {}  # last part of a source -> Terragrunt units that seem to call it
        self._callers: dict[str, tuple[str, ...]] = {}
        for path in files:
            if is_unit(path):
                for name in workspace.fact(path, "sources", partial(self._search_unit, path)):
                    self._units.setdefault(name, []).append(path)
            elif path.endswith(SUFFIXES):
                for target in workspace.fact(path, "calls", partial(self._search, path)):
                    self._candidates.setdefault(target, []).append(path)

    def roots_of(self, directory: str) -> list[str]:
        """The uncalled directories (or Terragrunt files) from which `directory` is reached; itself where nobody does.

        Directories that only call each other in a circle give `directory` itself.
        """
        roots: set[str] = set()
        seen: set[str] = set()
        waiting = [directory]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                callers = () if is_unit(current) else self._callers_of(current)
                waiting += callers
                if not callers:
                    roots.add(current)
        return sorted(roots) or [directory]

    def _search(self, path: str) -> tuple[str, ...]:
        """The directories that the file seems to call."""
        document = self.workspace.read(path) if self.workspace.mentions(path, b"module", b"./") else None
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
            found = self._callers[directory] = (*folders, *self._units_of(directory))
        return found

    def _search_unit(self, path: str) -> tuple[str, ...]:
        """The last parts of what the file seems to call."""
        document = self.workspace.read(path)
        sources = _ANY_SOURCE.findall(document.text) if document is not None else ()
        return tuple(dict.fromkeys(source.partition("?")[0].rstrip("/").rpartition("/")[2] for source in sources))

    def _units_of(self, directory: str) -> list[str]:
        """The Terragrunt files that call the directory, that in itself included."""
        candidates = self._units.get(posixpath.basename(directory), [])
        if UNIT in self.workspace.list(directory):
            candidates = [*candidates, f"{directory}/{UNIT}"]
        if not candidates:
            return []
        return [path for path in dict.fromkeys(candidates) if self._called_by(self.workspace, path) == directory]

    def _calls(self, path: str, directory: str) -> bool:
        """Does a `module` block of the file really call the directory?"""
        return directory in self.workspace.fact(path, "called", partial(self._called, path))

    def _called(self, path: str) -> tuple[str, ...]:
        """The directories that the file's blocks call."""
        document = self.workspace.read(path)
        folder = posixpath.dirname(path)
        blocks = tree_of(document).body.blocks if document is not None else ()
        targets = (_target(folder, _source(block)) for block in blocks if block.type == "module")
        return tuple(dict.fromkeys(targets))


def _target(folder: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(folder, source))


def _source(block: syntax.Block) -> str:
    for attribute in block.body.attributes:
        if attribute.name == "source" and isinstance(attribute.value, syntax.Literal):
            return attribute.value.value if isinstance(attribute.value.value, str) else ""
    return ""
