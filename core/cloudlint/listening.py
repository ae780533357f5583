"""Listening: what was asked of a repository while something was worked out of it, so that it need not be again.

And what is in use of all that was worked out, so that the rest can be let go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from .document import Document
from .typed import TypeVar
from .workspace import SIZE_LIMIT, TREE, Workspace, absolute

Names = list[str]  # inside the class, `list` is the method
T = TypeVar("T")


class ListeningWorkspace(Workspace):
    """A workspace that remembers what it was asked for, in the terms of `Workspace.keep`."""

    def __init__(self, root: str, overlay: Mapping[str, str] | None = None, size_limit: int = SIZE_LIMIT) -> None:
        super().__init__(root, overlay, size_limit)
        self._asked: set[str] = set()
        self._used: set[object] = set()
        self._staying: frozenset[object] = frozenset()

    def listen(self) -> None:
        """Forget what was asked for so far."""
        self._asked.clear()

    def heard(self, depends: Iterable[str]) -> Mapping[str, str]:
        """What was asked for, and what else is said to matter; without prints: whoever changes a file tells."""
        return dict.fromkeys(self._asked.union(depends), "")

    def read(self, path: str, language: str = "") -> Document | None:
        """As in `Workspace`."""
        path = absolute(path)
        self._asked.add(path)
        return super().read(path, language)

    def mentions(self, path: str, *words: bytes) -> bool:
        """As in `Workspace`."""
        self._asked.add(absolute(path))
        return super().mentions(path, *words)

    def head(self, path: str, size: int) -> str:
        """As in `Workspace`."""
        self._asked.add(absolute(path))
        return super().head(path, size)

    def list(self, directory: str) -> Names:
        """As in `Workspace`."""
        directory = absolute(directory)
        self._asked.add(directory)
        return super().list(directory)

    def list_below(self, directory: str) -> Names:
        """As in `Workspace`."""
        self._asked.add(f"{absolute(directory)}/**")
        return super().list_below(directory)

    def exists(self, path: str) -> bool:
        """As in `Workspace`. A folder is there as soon as there is anything below it."""
        path = absolute(path)
        self._asked |= {path, f"{path}/**"}
        return super().exists(path)

    def fact(self, path: str, name: str, make: Callable[[], T]) -> T:
        """As in `Workspace`."""
        self._asked.add(path)
        return super().fact(path, name, make)

    def recall(self, key: object) -> object | None:
        """As in `Workspace`."""
        if key in self._kept:
            self._asked.update(self._kept[key][1])
        self._used.add(key)
        return super().recall(key)

    # ------------------------------------------------------------------- what stays

    def keep(self, key: object, value: object, depends: Collection[str]) -> None:
        """As in `Workspace`."""
        self._used.add(key)
        super().keep(key, value, depends)

    def stays(self, key: object) -> bool:
        """As in `Workspace`."""
        return key in self._staying and key in self._kept

    def after(self, overlay: Mapping[str, str], changed: Iterable[str] = (), *, moved: bool = False) -> Workspace:
        """As in `Workspace`."""
        now = super().after(overlay, changed, moved=moved)
        assert isinstance(now, ListeningWorkspace)
        now._used, now._staying = self._used.copy(), self._staying
        return now

    def begin(self) -> None:
        """From now on it counts what is used."""
        self._used.clear()

    def settle(self) -> None:
        """What was used since `begin` is what stays."""
        self._staying = frozenset(self._used)

    def kept(self) -> Iterator[object]:
        """All values that are kept."""
        return (value for value, _ in self._kept.values())

    def rest(self) -> None:
        """Let go of all that does not stay: values, and documents that no value is made from which does.

        Facts stay, and what is known of all files together.
        """
        needed = {depend for key in self._staying & self._kept.keys() for depend in self._kept[key][1]}
        self._kept = {
            key: (value, depends)
            for key, (value, depends) in self._kept.items()
            if key in self._staying or depends in ((TREE,), (self.everything,)) or needed.issuperset(depends)
        }
        self._outdated = {key: value for key, value in self._outdated.items() if key in self._staying}
        self._listings = {folder: names for folder, names in self._listings.items() if folder in needed}
        self.forget([path for path in self._documents if needed.isdisjoint((path, path.rpartition("/")[0]))])
