"""Prints: what tells whether a file or folder is as it was, taken of the very bytes that were looked at.

A verdict may be kept only with prints of what it was made from. They are of content alone: times of change lie (a
checkout, a restored archive, a clock), and to read all files of a large repository takes half a second.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

from .languages import SUFFIXES
from .listening import ListeningWorkspace
from .typed import TypeVar
from .workspace import SIZE_LIMIT, Workspace, absolute

Names = list[str]
T = TypeVar("T")

FOLDER = "a folder"

_MODULE = SUFFIXES["terraform"]


class PrintedWorkspace(ListeningWorkspace):
    """A workspace that remembers what it was asked for, and the print of all that it has read."""

    def __init__(self, root: str, overlay: Mapping[str, str] | None = None, size_limit: int = SIZE_LIMIT) -> None:
        super().__init__(root, overlay, size_limit)
        self._prints: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._below: dict[str, Names] = {}
        self._last: tuple[str, bytes | None] = ("", None)  # what is asked of one file is mostly asked in a row
        self._made_of: dict[str, str] = {}  # the print of a file when its facts were made

    def print_of(self, depend: str) -> str:
        """The print of a file, of a folder (the names in it, and its files of Terraform's), or of all names below it.

        `depend` is as `Workspace.keep` takes it. What cannot be read has a print, too, which says why.
        """
        known = self._folders.get(depend) or self._prints.get(depend)
        if known is not None and known != FOLDER:
            return known
        if depend.endswith("/**"):
            return _digest("\0".join(self.list_below(depend[:-3])).encode("utf-8", "surrogatepass"))
        if depend in self._overlay:
            return _digest(self._overlay[depend].encode("utf-8", "surrogatepass"))
        if os.path.isdir(depend):
            made = self._folders[depend] = self._print_of_folder(depend)
            return made
        self._quiet(depend)
        return self._prints[depend]

    def know(self, path: str, print: str, facts: Mapping[str, object]) -> None:
        """Facts of a file as they were made when it had this print."""
        if self.print_of(path) == print:
            self._facts[path] = dict(facts)
            self._made_of[path] = print

    def known(self, path: str) -> tuple[str, Mapping[str, object]] | None:
        """The facts of a file and its print when they were made; None where it has changed meanwhile."""
        print = self._made_of.get(path)
        return (print, self._facts[path]) if print else None

    # ---------------------------------------------------------------- what is asked

    def heard(self, depends: Iterable[str]) -> Mapping[str, str]:
        """The prints of what was asked for, and of what else is said to matter."""
        return {depend: self.print_of(depend) for depend in self._asked.union(depends)}

    def mentions(self, path: str, *words: bytes) -> bool:
        """As in `Workspace`."""
        path = absolute(path)
        self._asked.add(path)
        if path in self._documents or path in self._overlay:
            return super().mentions(path, *words)
        data = self._quiet(path)
        return data is not None and all(word in data for word in words)

    def head(self, path: str, size: int) -> str:
        """As in `Workspace`."""
        path = absolute(path)
        self._asked.add(path)
        data = None if path in self._overlay else self._quiet(path)
        return super().head(path, size) if data is None else data[:size].decode("utf-8", "replace")

    def list_below(self, directory: str) -> Names:
        """As in `Workspace`; looked at once."""
        directory = absolute(directory)
        self._asked.add(f"{directory}/**")  # also where it has been looked at
        if directory not in self._below:
            self._below[directory] = super().list_below(directory)
        return self._below[directory]

    def exists(self, path: str) -> bool:
        """As in `Workspace`; the print says whether there is a folder."""
        path = absolute(path)
        self._asked.add(path)
        return Workspace.exists(self, path)

    def fact(self, path: str, name: str, make: Callable[[], T]) -> T:
        """As in `Workspace`."""
        found = super().fact(path, name, make)
        print = self.print_of(path)
        if self._made_of.setdefault(path, print) != print:
            self._made_of[path] = ""
        return found

    # -------------------------------------------------------------------- reading

    def _text(self, path: str) -> str | None:
        text = super()._text(path)
        if text is None and path not in self._overlay and (self._last[0] != path or self._last[1] is None):
            self._prints[path] = self._unread(path)
        return text

    def _bytes(self, path: str) -> bytes | None:
        if self._last[0] == path and self._last[1] is not None:
            return self._last[1]
        data = super()._bytes(path)
        self._note(path, data)
        return data

    def _quiet(self, path: str) -> bytes | None:
        """The bytes of a file, None (and no notice) where they cannot be read."""
        if self._last[0] == path:
            return self._last[1]
        data = None
        try:
            status = os.lstat(path)
            held = self._holds_file(path)
            if stat.S_ISLNK(status.st_mode):
                status, held = os.stat(path), self.holds(path)
            if held and stat.S_ISREG(status.st_mode) and status.st_size <= self.size_limit:
                file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
                try:
                    data = os.read(file, status.st_size)
                finally:
                    os.close(file)
        except (OSError, ValueError):
            pass
        self._note(path, data)
        return data

    def _holds_file(self, path: str) -> bool:
        """As `holds`, for what is known to be no link."""
        return path.startswith(self.root.rstrip("/") + "/") and self._holds_folder(path.rpartition("/")[0])

    def _note(self, path: str, data: bytes | None) -> None:
        self._last = (path, data)
        self._prints[path] = self._unread(path) if data is None else _digest(data)

    def _unread(self, path: str) -> str:
        """Why a file is not read, as its print."""
        try:
            status = os.stat(path)
            if not self.holds(path):
                return "outside"
            if stat.S_ISREG(status.st_mode):
                return f"{status.st_size} bytes"
            return FOLDER if stat.S_ISDIR(status.st_mode) else "special"
        except (OSError, ValueError):
            return "a link to nothing" if os.path.islink(path) else "missing"

    def _print_of_folder(self, folder: str) -> str:
        names = self.list(folder)
        files = (self.print_of(f"{folder}/{name}") for name in names if name.endswith(_MODULE))
        told = "\0".join(("inside" if self.holds(folder) else "outside", *names, "", *files))
        return _digest(told.encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
