"""Workspace: the files of one repository as text, with unsaved editor buffers laid over the disk.

Everything that reads a file goes through here, so that what cannot be read is said once and in one way, nothing outside
the root is ever opened, and each file is read once. Paths are absolute with forward slashes on every system.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Mapping

from .document import Document
from .model import HIGH, Finding, Span
from .typed import NamedTuple, TypeVar

SIZE_LIMIT = 4 * 1024 * 1024  # bytes; generated files, not written ones, are larger

MOST_LISTED = 10_000  # files that `list_below` gives at the most

Names = list[str]  # inside the class, `list` is the method

TREE = "*"
"""What is kept with this dependency holds until a file appears or disappears anywhere."""

T = TypeVar("T")

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

GOING_ON = "..."  # said at a checkpoint inside a piece of work


class Outdated(NamedTuple):
    """A value that was kept, all that it depends on, and what of that (and TREE) has been touched since."""

    value: object
    depends: Collection[str]
    touched: set[str]


class Workspace:
    """The readable files below `root`; `overlay` maps paths to text that wins over (or adds to) what is on disk.

    `notices` holds a `not-analysed` finding for every file or folder that was asked for and could not be read; what
    does not exist, or lies outside the root, is simply not there. `size_limit` is in bytes.

    What has been worked out of the files can be kept here (`keep`, `fact`); it goes over to the next workspace
    (`after`) as far as the files it depends on have not changed. `checkpoint` is called between pieces of work with the
    name of the next, or inside one with GOING_ON, and may raise to end the work. `different` is what a change has
    touched since the workspace before this one (see `touched`).
    """

    def __init__(self, root: str, overlay: Mapping[str, str] | None = None, size_limit: int = SIZE_LIMIT) -> None:
        self.root = absolute(root)
        self.size_limit = size_limit
        self.notices: list[Finding] = []
        self._overlay = {absolute(path): text for path, text in (overlay or {}).items()}
        self._real_root = os.path.realpath(self.root)
        self._real_folders: dict[str, bool] = {}
        self._documents: dict[str, Document | None] = {}
        self._listings: dict[str, list[str]] = {}
        self._facts: dict[str, dict[str, object]] = {}
        self._kept: dict[object, tuple[object, Collection[str]]] = {}
        self._outdated: dict[object, Outdated] = {}
        self.different: set[str] = set()
        self.checkpoint: Callable[[str], None] = _go_on

    def read(self, path: str, language: str = "") -> Document | None:
        """The document at `path`; None where there is none or (with a notice) where it cannot be read.

        `language` is what the caller reads it as; the first caller that names one decides.
        """
        path = absolute(path)
        if path not in self._documents:
            self.checkpoint(GOING_ON)
            text = self._text(path)
            self._documents[path] = None if text is None else Document(path, text, language)
        document = self._documents[path]
        if document is not None and not document.language:
            document.language = language
        return document

    def unsaved(self, path: str) -> bool:
        """Is there an editor's text for the path, whatever is on disk?"""
        return path in self._overlay

    def mentions(self, path: str, *words: bytes) -> bool:
        """Does the file hold all these ASCII words? Cheaper than reading it, and without a notice where that fails."""
        path = absolute(path)
        document = self._documents.get(path)
        text = document.text if document is not None else self._overlay.get(path)
        if text is not None:
            return all(word.decode("ascii") in text for word in words)
        try:
            status = os.lstat(path)
            if not stat.S_ISREG(status.st_mode):
                status = os.stat(path)
            if status.st_size > self.size_limit or not stat.S_ISREG(status.st_mode) or not self.holds(path):
                return False
            # Asked of every file of a repository: half the cost of `open`, which makes three objects for one read.
            file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                content = os.read(file, status.st_size)
            finally:
                os.close(file)
        except (OSError, ValueError):
            return False
        return all(word in content for word in words)

    def head(self, path: str, size: int) -> str:
        """The first `size` bytes as text, to tell what a file is; empty, without a notice, where it cannot be read."""
        path = absolute(path)
        if path in self._overlay:
            return self._overlay[path][:size]
        try:
            if not self.holds(path) or not stat.S_ISREG(os.stat(path).st_mode):
                return ""
            with open(path, "rb") as file:
                return file.read(size).decode("utf-8", "replace")
        except (OSError, ValueError):
            return ""

    def list(self, directory: str) -> Names:
        """The sorted names of the files in a directory, unsaved ones included; empty where there is none."""
        directory = absolute(directory)
        if directory not in self._listings:
            self._listings[directory] = self._list(directory)
        return self._listings[directory]

    def list_below(self, directory: str) -> Names:
        """The paths of the files below a directory at any depth, relative to it, sorted; links are not followed."""
        directory = absolute(directory)
        if not self.holds(directory) or not os.path.isdir(directory):  # which a path with a null character is not
            return []
        found: Names = []
        for folder, folders, names in os.walk(directory):
            folders[:] = sorted(name for name in folders if name not in (".git", ".terraform"))
            inner = absolute(folder)[len(directory) :].lstrip("/")
            found += [f"{inner}/{name}" if inner else name for name in names]
            if len(found) > MOST_LISTED:
                break
        return sorted(found)

    def exists(self, path: str) -> bool:
        """Is there a file or directory at `path`, on disk or unsaved, that may be read?"""
        path = absolute(path)
        if path in self._overlay or any(file.startswith(path + "/") for file in self._overlay):
            return True
        return self.holds(path) and os.path.exists(path)

    @property
    def everything(self) -> str:
        """What is kept with this dependency holds until any file is different."""
        return f"{self.root.rstrip('/')}/**"

    @property
    def overlay(self) -> Mapping[str, str]:
        """The unsaved files."""
        return self._overlay

    def relative(self, path: str) -> str:
        """`path` as seen from the root; a path outside stays absolute."""
        return path.removeprefix(self.root.rstrip("/") + "/")

    def holds(self, path: str) -> bool:
        """Does `path` lie below the root, also once every symbolic link is followed?"""
        if path != self.root and not path.startswith(self.root.rstrip("/") + "/"):
            return False
        if os.path.islink(path):
            return self._really_inside(path)
        return path == self.root or self._holds_folder(path.rpartition("/")[0])

    def notice(self, path: str, why: str) -> None:
        """Record that something at `path` was not analysed."""
        message = f"`{self.relative(path)}` was not analysed: {why}"
        finding = Finding("not-analysed", HIGH, message, Span(path, 0, 0))
        if finding not in self.notices:
            self.notices.append(finding)

    def _holds_folder(self, folder: str) -> bool:
        """The same for a folder below the root: as its parent, unless it is itself a link. Looked up once."""
        if len(folder) <= len(self.root):
            return True
        inside = self._real_folders.get(folder)
        if inside is None:
            linked = os.path.islink(folder)
            inside = self._really_inside(folder) if linked else self._holds_folder(folder.rpartition("/")[0])
            self._real_folders[folder] = inside
        return inside

    # ------------------------------------------------------------- kept between runs

    def fact(self, path: str, name: str, make: Callable[[], T]) -> T:
        """What `make` works out of one file alone, kept while the file stays as it is."""
        facts = self._facts.setdefault(path, {})
        if name not in facts:
            facts[name] = make()
        found: T = facts[name]  # type: ignore[assignment]  # what was kept under a name is what its one maker makes
        return found

    def known_fact(self, path: str, name: str) -> object | None:
        """What has been worked out of a file under a name, if anything has."""
        return self._facts.get(path, {}).get(name)

    def keep(self, key: object, value: object, depends: Collection[str]) -> None:
        """Keep a value while nothing it depends on is touched; see `touched` for what `depends` may hold."""
        self._kept[key] = (value, depends)
        self._outdated.pop(key, None)

    def recall(self, key: object) -> object | None:
        """What was kept under a key and still holds."""
        found = self._kept.get(key)
        return found[0] if found is not None else None

    def stays(self, key: object) -> bool:
        """Does somebody go on using what is kept under a key?"""
        return False

    def outdated(self, key: object) -> Outdated | None:
        """What was kept under a key until a change; given out once."""
        return self._outdated.pop(key, None)

    def listen(self) -> None:
        """From now on it matters what is asked; see `prints.PrintedWorkspace`."""

    def heard(self, depends: Iterable[str]) -> Mapping[str, str]:
        """What was asked for since `listen`, and what else is said to matter, with what tells whether it has changed.

        Nothing, where nobody keeps what comes of it.
        """
        return {}

    def drop(self, key: object) -> object | None:
        """What was kept under a key, which is kept no longer."""
        return self._kept.pop(key, (None, ()))[0]

    def forget(self, paths: Iterable[str]) -> None:
        """Let go of documents, but for unsaved ones; who asks for one again gets it read anew."""
        for path in paths:
            if path not in self._overlay:
                self._documents.pop(path, None)

    def forget_all(self) -> None:
        """Let go of all documents and of what was made of them; facts, and what holds until files come or go, stay."""
        self._documents.clear()
        self._outdated.clear()
        self._kept = {key: entry for key, entry in self._kept.items() if entry[1] == (TREE,)}

    def after(self, overlay: Mapping[str, str], changed: Iterable[str] = (), *, moved: bool = False) -> Workspace:
        """The same repository with other unsaved files, and after files have `changed` on disk.

        Documents of unchanged text stay the same objects. `moved` is true where files came or went on disk. This
        workspace stays as it is.
        """
        now = type(self)(self.root, overlay, self.size_limit)
        different = {absolute(path) for path in changed}
        for path in {*self._overlay, *now._overlay}:
            text = now._overlay.get(path)
            if path in self._overlay and text == self._overlay[path]:
                different.discard(path)  # the buffer wins over whatever happened on disk
                continue
            document = self._documents.get(path)
            if document is None or text is None:
                moved = moved or not (path in self._overlay or path in self._facts) or not os.path.exists(path)
                different.add(path)
            elif document.text != text:
                different.add(path)
            else:
                different.discard(path)
        gone = now.different = touched(different, moved=moved)
        now._documents = {path: document for path, document in self._documents.items() if path not in different}
        now._facts = {path: facts for path, facts in self._facts.items() if path not in different}
        for key, (value, depends, earlier) in self._outdated.items():
            now._outdated[key] = Outdated(value, depends, earlier | gone.intersection((*depends, TREE)))
        for key, entry in self._kept.items():
            if gone.isdisjoint(entry[1]):
                now._kept[key] = entry
            else:
                now._outdated[key] = Outdated(*entry, gone.intersection((*entry[1], TREE)))
        now.notices = [notice for notice in self.notices if notice.span.path not in gone]
        if not moved:
            now._real_folders = self._real_folders.copy()
            now._listings = self._listings.copy()
        return now

    # -------------------------------------------------------------------- reading

    def _really_inside(self, path: str) -> bool:
        real = os.path.realpath(path)
        try:
            return os.path.commonpath((real, self._real_root)) == self._real_root
        except ValueError:  # another drive
            return False

    def _text(self, path: str) -> str | None:
        if path in self._overlay:
            return self._sized(path, self._overlay[path])
        if not self.holds(path):
            if os.path.islink(path):
                self.notice(path, "it is a symbolic link that leaves the repository")
            return None
        try:
            data = self._bytes(path)
            return None if data is None else decode(data)[0]
        except (FileNotFoundError, NotADirectoryError):
            if os.path.islink(path):
                self.notice(path, "it is a symbolic link to nothing")
            return None
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.notice(path, f"line {line} is not {error.encoding.upper()} text")
        except OSError as error:
            self.notice(path, (error.strerror or "it cannot be read").lower())
        except ValueError:  # a null character in the path
            return None
        return None

    def _bytes(self, path: str) -> bytes | None:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            return None
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            self.notice(path, "it is not a regular file")
            return None
        if status.st_size > self.size_limit:
            self.notice(path, self._too_large(status.st_size))
            return None
        with open(path, "rb") as file:
            return file.read()

    def _sized(self, path: str, text: str) -> str | None:
        if len(text) <= self.size_limit // 4:  # at most four bytes a code point
            return text
        size = len(text.encode("utf-8", "surrogatepass"))
        if size <= self.size_limit:
            return text
        self.notice(path, self._too_large(size))
        return None

    def _too_large(self, size: int) -> str:
        return f"its {size:,} bytes are over the limit of {self.size_limit:,} (`max-file-size`)"

    def _list(self, directory: str) -> Names:
        names: set[str] = set()
        if self.holds(directory):
            try:
                with os.scandir(directory) as entries:
                    names.update(entry.name for entry in entries if not is_folder(entry))
            except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a null character in the path
                pass
            except OSError as error:
                self.notice(directory, (error.strerror or "it cannot be read").lower())
        prefix = directory.rstrip("/") + "/"
        names.update(path[len(prefix) :] for path in self._overlay if path.rpartition("/")[0] + "/" == prefix)
        return sorted(names)


def touched(paths: Iterable[str], *, moved: bool = False) -> set[str]:
    """All that a change of files touches: the files, their folders, `folder/**` for every folder above, TREE."""
    found = {TREE} if moved else set()
    for path in paths:
        folder = path.rpartition("/")[0]
        found |= {path, folder}
        while f"{folder}/**" not in found:
            found.add(f"{folder}/**")
            folder = folder.rpartition("/")[0]
    return found


def _go_on(next: str) -> None:
    """The checkpoint of work that nobody ends early."""


def inside(path: str, folder: str) -> bool:
    """Does an absolute path lie in a folder, also once every symbolic link is followed?"""
    if not (absolute(path) + "/").startswith(absolute(folder).rstrip("/") + "/"):
        return False
    real = os.path.realpath(folder)
    try:
        return os.path.commonpath((os.path.realpath(path), real)) == real
    except ValueError:  # another drive
        return False


def regular_text(path: str) -> str | None:
    """The text of a file that only matters where it is one: None for links, pipes, devices, and what is too large."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > SIZE_LIMIT:
            return None
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Is it a folder, or a link to one? Mostly known without asking the system once more."""
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def absolute(path: str) -> str:
    """`path` made absolute and normal, with forward slashes; symbolic links are kept."""
    path = os.path.abspath(path)
    return path.replace("\\", "/") if os.sep == "\\" else path


def decode(data: bytes) -> tuple[str, str]:
    """Text without byte order mark, and the encoding that writes it back; raises UnicodeDecodeError.

    UTF-8, or UTF-16 where a byte order mark says so.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding), encoding
    return data.decode("utf-8"), "utf-8"


def repository_root(path: str) -> str:
    """The nearest directory at or above the directory `path` that holds `.git`; where there is none, `path` itself."""
    start = folder = absolute(path)
    while True:
        if os.path.exists(folder + "/.git"):
            return folder
        above = folder.rpartition("/")[0]
        if not above or above == folder or (len(folder) == 3 and folder[1] == ":"):
            return start
        folder = above
