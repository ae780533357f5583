"""Write changed texts back to their files: whole or not at all, and only over what was read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from .typed import NamedTuple
from .workspace import absolute, decode, inside, repository_root

BOM = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # its byte order marks


class Changed(OSError):
    """The file is no longer what was read."""


class Writing(NamedTuple):
    """What is to stand in a file that held the bytes `original` when it was read."""

    path: str
    text: str
    original: bytes


def encoded(text: str, original: bytes) -> bytes:
    """The text as bytes in the manner of the file it was read from: its encoding, its byte order mark if it had one.

    Line ends are written as they stand in the text, which keeps those of the file.
    """
    if original.startswith(UTF_16):
        big = original.startswith(b"\xfe\xff")
        return original[:2] + text.removeprefix("\ufeff").encode("utf-16-be" if big else "utf-16-le")
    mark = BOM if original.startswith(BOM) else b""
    return mark + text.removeprefix("\ufeff").encode("utf-8", "surrogateescape")


def original(path: str, text: str) -> bytes:
    """The bytes of the file, which was read as `text`; raises Changed where it reads otherwise by now, and OSError."""
    with open(path, "rb") as file:
        content = file.read()
    try:
        same = decode(content)[0] == text
    except UnicodeDecodeError:
        same = False
    if not same:
        raise Changed(f"{path} changed meanwhile")
    return content


def guard(path: str) -> None:
    """Raise OSError where a file that is about to be written is a link that leads out of a repository: whoever put it
    there is not the one who writes."""
    path = absolute(path)
    if not os.path.islink(path):
        return
    folder, here = path.rpartition("/")[0] or "/", absolute(os.curdir)
    root = repository_root(folder)
    if not os.path.exists(root + "/.git") and folder.startswith(here + "/"):
        root = here
    if (os.path.exists(root + "/.git") or root == here) and not inside(path, root):
        raise OSError(0, "it is a symbolic link that leaves the repository", path)


def write(path: str, text: str, original: bytes) -> None:
    """Replace the content of one file, as `write_all`."""
    write_all([Writing(path, text, original)])


def write_all(writings: Iterable[Writing]) -> None:
    """Replace the contents of files.

    For each a temporary file beside it is written and forced to the disk; when all are ready they are renamed over
    the files: whoever looks sees the old content of a file or the new. Modes and, where allowed, owners stay; of a
    symbolic link the target is written. Raises Changed where a file holds something else by now, OSError where one
    cannot be written. Up to the first renaming nothing has been touched then; an interrupt waits for the last.
    """
    ready: list[tuple[str, str, bytes]] = []
    try:
        for path, text, content in writings:
            target = os.path.realpath(path)
            _check(target, content)
            ready.append((_prepared(target, encoded(text, content)), target, content))
        with _uninterrupted():
            for _, target, content in ready:
                _check(target, content)  # once more, as late as can be
            for temporary, target, _ in ready:
                os.replace(temporary, target)
    finally:
        for temporary, _, _ in ready:
            _remove(temporary)
    for folder in dict.fromkeys(os.path.dirname(target) for _, target, _ in ready):
        _sync_folder(folder)


def _prepared(target: str, content: bytes) -> str:
    """The path of a temporary file beside the target, with the content and the target's mode and owner."""
    status = os.stat(target)
    temporary, handle = _beside(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            _like(status, temporary, file.fileno())
            os.fsync(file.fileno())
    except BaseException:
        _remove(temporary)
        raise
    return temporary


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt (Ctrl-C, a polite kill) that comes inside is held back to the end."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():  # only the main thread is interrupted
        yield
        return
    held: list[int] = []
    before = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not None:
            before[number] = signal.signal(number, lambda got, _: held.append(got))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for got in dict.fromkeys(held):
            signal.raise_signal(got)


def _check(target: str, original: bytes) -> None:
    with open(target, "rb") as file:
        if file.read() != original:
            raise Changed(f"{target} changed meanwhile")


def _beside(target: str) -> tuple[str, int]:
    """A new file in the same folder, which nobody else can read yet: path and descriptor."""
    import tempfile

    folder, name = os.path.split(target)
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".cloudlint", dir=folder)
    return temporary, handle


def _like(status: os.stat_result, temporary: str, handle: int) -> None:
    """Give the new file the owner and mode of the old one."""
    if hasattr(os, "fchown") and (status.st_uid != os.geteuid() or status.st_gid != os.getegid()):
        with suppress(OSError):  # only the superuser may give files away
            os.fchown(handle, status.st_uid, status.st_gid)
    os.chmod(temporary, status.st_mode & 0o7777)


def _remove(temporary: str) -> None:
    with suppress(OSError):
        os.unlink(temporary)


def _sync_folder(folder: str) -> None:
    """Force the rename to the disk, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
