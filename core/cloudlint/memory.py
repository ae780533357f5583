"""Memory: what one process keeps between runs, so that a keystroke costs the reading of one file.

A run with a memory gives the same outcome as a run without. The owner of the memory says which files changed on disk
(unsaved text is compared by itself); runs that share a memory must not be at work at the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .typed import TYPE_CHECKING
from .workspace import Workspace, absolute

if TYPE_CHECKING:
    from .catalog import Catalog
    from .judged import Known, Options


class Memory:
    """The last workspace of every repository, and what has changed on disk since."""

    def __init__(self) -> None:
        self._workspaces: dict[tuple[str, int], Workspace] = {}
        self._changed: dict[tuple[str, int], set[str]] = {}
        self._moved: set[tuple[str, int]] = set()

    def changed(self, paths: Iterable[str], *, moved: bool = False) -> None:
        """Files have changed on disk; `moved` is true where some came or went, or what is ignored may be different."""
        paths = [absolute(path) for path in paths]
        for key in self._workspaces:
            self._changed.setdefault(key, set()).update(paths)
            if moved:
                self._moved.add(key)

    def forget(self) -> None:
        """Start anew: anything may have changed."""
        self._workspaces.clear()
        self._changed.clear()
        self._moved.clear()

    def fork(self) -> Memory:
        """A memory that starts with what this one holds; what is tried out with it leaves this one alone."""
        other = Memory()
        other._workspaces = self._workspaces.copy()
        other._changed = {key: paths.copy() for key, paths in self._changed.items()}
        other._moved = self._moved.copy()
        return other

    def workspace(
        self, root: str, overlay: Mapping[str, str], size_limit: int, checkpoint: Callable[[str], None] | None = None
    ) -> Workspace:
        """The repository at `root` as it is now, with all that still holds of the last run."""
        key = (root, size_limit)
        last = self._workspaces.get(key)
        if last is None:
            workspace = self._new(root, overlay, size_limit)
        else:
            workspace = last.after(overlay, self._changed.pop(key, ()), moved=key in self._moved)
        self._moved.discard(key)
        if checkpoint is not None:
            workspace.checkpoint = checkpoint
        self._workspaces[key] = workspace
        return workspace

    def parts(self, workspace: Workspace, options: Options, catalog: Catalog) -> Known | None:
        """What is remembered of parts that were judged without keeping their values; None where nothing is."""
        return None

    def _new(self, root: str, overlay: Mapping[str, str], size_limit: int) -> Workspace:
        return Workspace(root, overlay, size_limit)
