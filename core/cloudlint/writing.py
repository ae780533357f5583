"""Write a changed text back to its file: whole or not at all, and only over what was read."""

from __future__ import annotations

import os
from contextlib import suppress

BOM = b"\xef\xbb\xbf"


class Changed(OSError):
    """The file is no longer what was read."""


def encoded(text: str, original: bytes) -> bytes:
    """The text as bytes in the manner of the file it was read from: UTF-8, with the byte order mark if that had one.

    Line ends are written as they stand in the text, which keeps those of the file.
    """
    mark = BOM if original.startswith(BOM) else b""
    return mark + text.removeprefix("\ufeff").encode("utf-8", "surrogateescape")


def write(path: str, text: str, original: bytes) -> None:
    """Replace the content of a file that held `original` when it was read.

    A temporary file beside it is written, forced to the disk and renamed over it: whoever looks sees the old content
    or the new. Mode and, where allowed, owner stay; of a symbolic link the target is written. Raises Changed where
    the file holds something else by now, OSError where it cannot be written; then nothing was touched.
    """
    target = os.path.realpath(path)
    _check(target, original)
    status = os.stat(target)
    temporary, handle = _beside(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(encoded(text, original))
            file.flush()
            _like(status, temporary, file.fileno())
            os.fsync(file.fileno())
        _check(target, original)  # once more, as late as can be
        os.replace(temporary, target)
    except BaseException:
        _remove(temporary)
        raise
    _sync_folder(os.path.dirname(target))


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
