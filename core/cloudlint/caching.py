"""Caching: what parts came to, kept from run to run for as long as all that it was made from is as it was.

It lies in the user's own cache folder, never in the repository: a repository could bring a cache of its own, in which
everything is well (docs/decisions/0020). A file holds a line for each part. Whatever is wrong with one, it is as if it
were not there; it is replaced as a whole, so that runs at the same time do each other no harm.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from json import dumps, loads

from .judged import Judged, Options
from .languages import Part
from .notices import INTERNAL_ERROR
from .packing import packed, unpacked
from .prints import PrintedWorkspace
from .version import VERSION
from .workspace import Workspace, absolute

FORM = 1  # of the file; counts its changes
LARGEST = 512 * 1024 * 1024  # bytes of a file that is read
KEPT_FOR = 30 * 24 * 3600  # seconds since its last use after which a cache is deleted
TOUCHED = 24 * 3600  # seconds after which a use is noted
ENDING = ".cloudlint-cache"
UNFINISHED = ".unfinished"
PLACE = "CLOUDLINT_CACHE_DIR"
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Backups may leave this folder out: https://bford.info/cachedir/\n"

WRONG = (KeyError, TypeError, ValueError, RecursionError)  # what a line can be that nobody of ours has written


class Cache:
    """The parts of one repository, judged with the same options; `rules` are the ids that there are.

    `workspace` is the repository as it is now.

    A line is a name and what is known under it, with a tab between, both as JSON.
    """

    def __init__(self, workspace: PrintedWorkspace, path: str, head: str, rules: Container[str]) -> None:
        self.workspace = workspace
        self._path = path
        self._head = head
        self._rules = rules
        self._facts, self._parts = read_lines(path, head)
        self._kept = (self._facts.copy(), self._parts.copy())
        self._used: set[str] = set()
        self._seen: dict[str, int] = {}  # files whose facts are asked for, and how many there were

    def know(self, paths: Iterable[str]) -> None:
        """Give the workspace what is known of single files."""
        for path in paths:
            line = self._facts.get(_text(path)) if path not in self._seen else None
            self._seen[path] = 0
            if line is not None:
                with suppress(*WRONG):
                    print, facts = loads(line)
                    self.workspace.know(path, print, {name: _fact(*fact) for name, fact in facts.items()})
                    self._seen[path] = len(facts)

    def found(self, part: Part) -> Judged | None:
        """What a part came to, if nothing has changed that it was made from."""
        name = _name(part)
        try:
            depends, content = loads(self._parts[name])
            if any(self.workspace.print_of(depend) != print for depend, print in depends):
                return None
            judged = unpacked(content, self._rules)
            judged = judged._replace(depends={str(depend): str(print) for depend, print in depends})
        except WRONG:
            return None
        self._used.add(name)
        return judged

    def keep(self, part: Part, judged: Judged) -> None:
        """Remember what a part came to, unless it failed or nobody knows what it was made from."""
        name = _name(part)
        if judged.depends and not judged.failure and not _crashed(judged):
            self._parts[name] = dumps([sorted(judged.depends.items()), packed(judged._replace(depends={}))])
            self._used.add(name)
        else:
            self._parts.pop(name, None)

    def write(self, *, whole: bool) -> None:
        """Save what is new; where that cannot be, nobody need know. `whole` drops all that was not asked for."""
        before = self._facts
        if whole:
            self._parts = {name: line for name, line in self._parts.items() if name in self._used}
            self._facts = {}
        # A notice is given when the facts of its file are made, and only then: these are not kept.
        noticed = {notice.span.path for notice in self.workspace.notices}
        for path, count in self._seen.items():
            known = self.workspace.known(path)
            if known is not None and path not in noticed:
                name, (print, facts) = _text(path), known
                line = before.get(name, "")
                same = count == len(facts) and line.startswith(f'["{print}"')
                self._facts[name] = line if same else dumps([print, dict(_packed_facts(facts))])
        with suppress(OSError):
            if (self._facts, self._parts) != self._kept:
                lines = (f"{name}\t{line}\n" for lines in (self._facts, self._parts) for name, line in lines.items())
                replace_file(self._path, f"{self._head}\n{len(self._facts)}\n{''.join(lines)}".encode("ascii"))
                _delete_old(os.path.dirname(self._path))
            elif time.time() - os.path.getmtime(self._path) > TOUCHED:
                os.utime(self._path)


def opened(workspace: Workspace, options: Options, rules: Container[str]) -> Cache | None:
    """The cache of a repository for runs with these options; None where none can be kept."""
    select, ignore = options.selection
    asked = [
        *(workspace.root, workspace.size_limit, options.var_files, options.workspace),
        *(None if select is None else sorted(select), sorted(ignore)),
    ]
    found = place_for([workspace.root], asked)
    if found is None:
        return None
    printed = PrintedWorkspace(workspace.root, workspace.overlay, workspace.size_limit)
    printed.notices, printed.checkpoint = workspace.notices, workspace.checkpoint
    return Cache(printed, *found, rules)


def print_of(depends: Iterable[Mapping[str, str]]) -> str:
    """What tells whether anything is as it was that some parts were made from; empty where that is not known."""
    told: dict[str, str] = {}
    for prints in depends:
        if not prints:
            return ""
        told.update(prints)
    return seal(dumps(sorted(told.items())).encode("ascii")) if told else ""


def place_for(roots: Sequence[str], asked: Sequence[object]) -> tuple[str, str] | None:
    """The path and the head of a cache for what is asked; None where none can be kept."""
    folder = place()
    if not folder or any(_is_below(folder, root) for root in roots) or not _is_ours(folder):
        return None
    name = blake2b(dumps(asked).encode(), digest_size=16).hexdigest()
    return os.path.join(folder, name + ENDING), dumps([FORM, VERSION, _program(), sys.version, sys.platform, asked])


def place() -> str:
    """The folder of all caches: CLOUDLINT_CACHE_DIR, or in the user's own cache folder; empty where there is none."""
    given = os.environ.get(PLACE)
    if given:
        return os.path.abspath(given)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        above = os.path.join(home, "Library", "Caches")
    else:
        above = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(above, "cloudlint") if os.path.isabs(above) else ""


def clean() -> tuple[int, int]:
    """Delete all caches; how many there were, and how many bytes. Raises OSError."""
    count = size = 0
    for path in _caches(place()):
        size += os.path.getsize(path)
        os.unlink(path)
        count += 1
    return count, size


# ------------------------------------------------------------------------- the files


def read_lines(path: str, head: str) -> tuple[dict[str, str], dict[str, str]]:
    """The lines about files and those about parts; none where the file is not whole, or of another program."""
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                return {}, {}
            mark, _, content = file.read().partition(b"\n")
        if mark.decode("ascii") != seal(content):
            return {}, {}
        found, count, *lines = content.decode("ascii").splitlines()
        pairs = [line.partition("\t")[::2] for line in lines]
        return (dict(pairs[: int(count)]), dict(pairs[int(count) :])) if found == head else ({}, {})
    except (OSError, ValueError):
        return {}, {}


def replace_file(path: str, content: bytes) -> None:
    """Replace a file as a whole, with what tells damage in front. Raises OSError."""
    temporary = f"{path}.{os.getpid()}{UNFINISHED}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(handle, "wb") as file:
            file.write(seal(content).encode("ascii") + b"\n" + content)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _is_below(folder: str, root: str) -> bool:
    """Does a folder lie in a repository, also once every link is followed?"""
    ends = ((absolute(folder), root), (absolute(os.path.realpath(folder)), absolute(os.path.realpath(root))))
    return any((inner + "/").startswith(outer.rstrip("/") + "/") for inner, outer in ends)


def _is_ours(folder: str) -> bool:
    """Is there a folder, or can it be made, in which nobody else can write?"""
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder, 0o700, exist_ok=True)
            with open(os.path.join(folder, "CACHEDIR.TAG"), "w", encoding="ascii") as file:
                file.write(TAG)
        status = os.lstat(folder)
        if not stat.S_ISDIR(status.st_mode) or not os.access(folder, os.W_OK):
            return False
        return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)
    except OSError:
        return False


def _caches(folder: str) -> list[str]:
    """The files of ours in a folder, unfinished ones included."""
    try:
        names = sorted(os.listdir(folder)) if folder else []
    except FileNotFoundError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith((ENDING, UNFINISHED))]


def _delete_old(folder: str) -> None:
    oldest = time.time() - KEPT_FOR
    for path in _caches(folder):
        with suppress(OSError):  # somebody else is at it
            if os.path.getmtime(path) < oldest:
                os.unlink(path)


def seal(content: bytes) -> str:
    """What tells contents apart."""
    return blake2b(content, digest_size=16).hexdigest()


def _text(path: str) -> str:
    """A path as JSON."""
    plain = path.isascii() and path.isprintable() and '"' not in path and "\\" not in path
    return f'"{path}"' if plain else dumps(path)


def _name(part: Part) -> str:
    return dumps(part._replace(folders=()))


def _packed_facts(facts: Mapping[str, object]) -> Iterator[tuple[str, list[object]]]:
    """Those that are names: tuples and sets of texts."""
    for name, fact in facts.items():
        if isinstance(fact, tuple | frozenset) and all(isinstance(text, str) for text in fact):
            yield name, [isinstance(fact, tuple), [*fact] if isinstance(fact, tuple) else sorted(fact)]


def _fact(is_tuple: bool, texts: list[str]) -> object:
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("no names")
    return tuple(texts) if is_tuple else frozenset(texts)


def _crashed(judged: Judged) -> bool:
    return any(finding.rule == INTERNAL_ERROR.id for each in judged.judgements for finding in each.findings)


def _program() -> str:
    """What tells this program from any other: a development version changes without a new number."""
    told = []
    for name in (__package__, "yaml"):
        spec = find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            for inner, _, names in sorted(os.walk(folder)):
                for file in sorted(names):
                    if file.endswith(".py"):
                        status = os.stat(os.path.join(inner, file))
                        told.append(f"{inner}/{file} {status.st_size} {status.st_mtime_ns}")
    return seal("\n".join(told).encode("utf-8", "surrogatepass"))
