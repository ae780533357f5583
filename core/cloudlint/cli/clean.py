"""`cloudlint clean`: delete what is remembered of earlier runs."""

from __future__ import annotations

from ..caching import clean, place
from ..typed import TYPE_CHECKING
from .options import shown
from .terminal import CLEAN, UsageError, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

EPILOGUE = """\
The cache lies in the user's own cache folder, or in CLOUDLINT_CACHE_DIR. It makes a difference to how long a run
takes, and to nothing else.
"""


def parser() -> ArgumentParser:
    """The arguments of `cloudlint clean`."""
    from .arguments import argument_parser

    return argument_parser("clean", "Delete what is remembered of earlier runs, of all repositories.", EPILOGUE)


def command(arguments: list[str]) -> int:
    """Run `cloudlint clean` and return the exit code; raises UsageError."""
    parser().parse_args(arguments)
    folder = place()
    try:
        count, size = clean()
    except OSError as error:
        raise UsageError(f"`{shown(folder)}`: {(error.strerror or 'cannot be deleted').lower()}") from error
    if not count:
        return say("There is nothing to delete.\n", CLEAN)
    return say(f"Deleted {count} cache{'s' * (count > 1)} ({size / 1e6:,.1f} MB) in {folder}\n", CLEAN)
