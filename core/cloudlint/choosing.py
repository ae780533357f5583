"""Choosing: which files of a repository a run judges, and among which it looks for callers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from . import languages
from .config import Settings
from .discovery import discover
from .ignoring import Ignores, ignored, parse
from .workspace import TREE, Workspace, absolute


class Choice:
    """The files of one repository, as the settings leave some out."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self.workspace = workspace
        self._exclude: tuple[Ignores, ...] = ()
        for folder, patterns in (*settings.excluded, (settings.folder, settings.exclude)):
            if patterns:
                self._exclude = (*self._exclude, parse(folder or workspace.root, "\n".join(patterns)))

    def candidates(self, named: Sequence[str]) -> list[str]:
        """The files that may be judged, by their names: those named, and those below the named folders."""
        folders = [path for path in named if os.path.isdir(path) and not self.workspace.unsaved(path)]
        files = [path for path in named if path not in folders]
        found = dict.fromkeys([*files, *discover(self.workspace, folders, _is_read)])
        return [path for path in found if not self.excludes(path)]

    def targets(self, candidates: Iterable[str]) -> dict[str, None]:
        """The files to judge: those of the candidates that are in a format that is read."""
        return dict.fromkeys(path for path in candidates if languages.recognised(self.workspace, path))

    def repository(self, targets: Iterable[str], named: Sequence[str]) -> list[str]:
        """All files of the repository that are read; where the whole of it was named, these are the targets."""
        if self.workspace.root in named or _is_no_project(self.workspace.root):
            return list(targets)
        kept = self.workspace.recall(_is_read)
        if isinstance(kept, list):
            return kept
        found = list(discover(self.workspace, [self.workspace.root], _is_read))
        self.workspace.keep(_is_read, found, (TREE,))
        return found

    def excludes(self, path: str) -> bool:
        """Do the settings leave out the file, or a folder above it?"""
        for ignores in self._exclude:
            folder = ignores.folder.rstrip("/") + "/"
            if path.startswith(folder):
                parts = path[len(folder) :].split("/")
                for count in range(1, len(parts) + 1):
                    if ignored(self._exclude, folder + "/".join(parts[:count]), is_folder=count < len(parts)):
                        return True
        return False


def _is_read(name: str) -> bool:
    return languages.language_of(name) is not None


def _is_no_project(root: str) -> bool:
    """Is it a whole disk, or somebody's home? A file that lies there has no callers worth reading all of it."""
    return root in (absolute("/"), absolute(os.path.expanduser("~"))) and not os.path.exists(root.rstrip("/") + "/.git")
