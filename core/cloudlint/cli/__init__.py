"""The command line: arguments, exit codes, and the only code that prints or exits.

Exit codes: 0 nothing found, 1 findings, 2 the work could not be done, 130 interrupted. Only the sub-command that was
asked for is imported, and only its parser built: that is a good part of what a commit of one file costs.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

COMMANDS = {
    "check": "find misconfigurations in files and folders",
    "rules": "list the rules",
    "explain": "show the documentation of a rule",
}

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130

USAGE = """\
usage: cloudlint COMMAND [OPTIONS] ...

Finds cloud misconfigurations in infrastructure as code.

commands:
{commands}

options:
  -h, --help     show this
  --version      show the version

`cloudlint COMMAND --help` shows the options of a command.
"""


class UsageError(Exception):
    """What was asked for makes no sense; the message is for the user."""


def start() -> NoReturn:
    """The program: run the command line and end the process.

    What Python does before it ends (taking apart every module and every tree) costs a seventh of a check of one file,
    and frees what the system frees anyway. Looking for garbage costs too, where all is still in use.
    """
    import gc

    gc.set_threshold(100_000, 20, 20)
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or the reader has gone
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; no traceback leaves here unless CLOUDLINT_DEBUG is set."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        return _dispatch(list(arguments))
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except SystemExit as error:  # argparse has said what is wrong, or shown its help
        return error.code if isinstance(error.code, int) else FAILED
    except UsageError as error:
        complain(f"error: {error}")
    except MemoryError:
        complain("error: out of memory")
    except Exception as error:
        if os.environ.get("CLOUDLINT_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".rstrip(": ").split())
        complain(f"error: {what}\nThis is a fault in cloudlint. CLOUDLINT_DEBUG=1 shows where; please report it.")
    return FAILED


def _dispatch(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    if name == "check":
        from . import check

        return check.command(arguments[1:])
    if name == "rules":
        from . import rules

        return rules.command(arguments[1:])
    if name == "explain":
        from . import explain

        return explain.command(arguments[1:])
    if name in ("--version", "-V"):
        from ..version import VERSION

        return say(f"cloudlint {VERSION}\n", CLEAN)
    usage = USAGE.format(commands="\n".join(f"  {name:<14} {purpose}" for name, purpose in COMMANDS.items()))
    if name in ("-h", "--help", "help"):
        return say(usage, CLEAN)
    if not name:
        raise UsageError(f"no command given\n\n{usage.rstrip()}")
    raise UsageError(_unknown(name))


def argument_parser(command: str, description: str, epilog: str = "") -> ArgumentParser:
    """An empty parser for a sub-command.

    With the width given, argparse need not import shutil (and with it the compression modules) to ask the terminal.
    """
    return ArgumentParser(
        prog=f"cloudlint {command}",
        description=description,
        epilog=epilog,
        formatter_class=lambda prog: RawDescriptionHelpFormatter(prog, max_help_position=28, width=100),
        allow_abbrev=False,
    )


def _unknown(name: str) -> str:
    if name == "-" or os.path.exists(name):
        return f"`{name}` is no command; did you mean `cloudlint check {name}`?"
    from difflib import get_close_matches

    close = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean `cloudlint {close[0]}`?" if close else f"there are {', '.join(COMMANDS)}"
    return f"`{name}` is no command; {hint}"


def say(text: str, code: int, encoding: str | None = None) -> int:
    """Print a whole report and give the exit code back, also where the reader has gone (`| head`)."""
    stream = sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        # A character the terminal has no sign for must not end the run.
        reconfigure(encoding=encoding or stream.encoding, errors="backslashreplace" if encoding is None else "replace")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


def complain(text: str) -> None:
    """Print to standard error, whatever it is connected to."""
    try:
        reconfigure = getattr(sys.stderr, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
        print(text, file=sys.stderr, flush=True)
    except OSError:
        pass


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
