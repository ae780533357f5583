"""What the sub-commands share: exit codes, and the only code that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


class UsageError(Exception):
    """What was asked for makes no sense; the message is for the user."""


def say(text: str, code: int, encoding: str | None = None) -> int:
    """Print a whole report and give the exit code back, also where the reader has gone (`| head`)."""
    stream = sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        # A character the terminal has no sign for must not end the run.
        if encoding is None:
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding=encoding, errors="replace", newline="\n")  # programs read it
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


def complain(text: str) -> None:
    """Print to standard error, whatever it is connected to; what a scanned repository says in it is made harmless."""
    if not text.isprintable():
        from ..report.source import clean

        text = "\n".join(map(clean, text.split("\n")))
    try:
        reconfigure = getattr(sys.stderr, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
        print(text, file=sys.stderr, flush=True)
    except OSError:
        pass


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """What draws the progress of a run on the terminal while it lasts; None where nobody looks."""
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty():
        yield None
        return
    from .progress import Bar

    bar = Bar(sys.stderr)
    try:
        yield bar
    finally:
        bar.close()


def wants_colour() -> bool:
    """Colour only on a terminal that can show it, and not where NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    if os.name == "nt":
        os.system("")  # switches the console's escape sequences on
    return True


def terminal_width() -> int:
    """Columns to fill, within reason."""
    if not sys.stdout.isatty():
        return 100
    from shutil import get_terminal_size

    return min(max(get_terminal_size().columns, 40), 120)
