"""The command line: sub-commands and exit codes.

Exit codes: 0 nothing found, 1 findings, 2 the work could not be done, 130 interrupted. Only the sub-command that was
asked for is imported, and only its parser built: that is a good part of what a commit of one file costs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from ..image import use
from ..typed import NoReturn
from .terminal import CLEAN, FAILED, INTERRUPTED, UsageError, complain, say

COMMANDS = {
    "check": "find misconfigurations in files and folders",
    "fix": "apply fixes to files and folders",
    "baseline": "write down what is known, so that only what is new is reported",
    "migrate": "turn other tools' ignore comments and files into ours",
    "rules": "list the rules",
    "explain": "show the documentation of a rule",
    "clean": "delete what is remembered of earlier runs",
    "server": "serve editors (Language Server Protocol)",
}

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


def start() -> NoReturn:
    """The program: run the command line and end the process.

    What Python does before it ends (taking apart every module and every tree) costs a seventh of a check of one file,
    and frees what the system frees anyway. Looking for garbage costs too, where all is still in use.
    """
    import gc

    gc.set_threshold(100_000, 20, 20)
    image = use()
    code = main()
    if image is not None:
        image.renew()
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
    if name == "fix":
        from . import fix

        return fix.command(arguments[1:])
    if name == "rules":
        from . import rules

        return rules.command(arguments[1:])
    if name == "migrate":
        from . import migrate

        return migrate.command(arguments[1:])
    if name == "baseline":
        from . import baseline

        return baseline.command(arguments[1:])
    if name == "explain":
        from . import explain

        return explain.command(arguments[1:])
    if name == "clean":
        from . import clean

        return clean.command(arguments[1:])
    if name == "server":
        from . import server

        return server.command(arguments[1:])
    if name in ("--version", "-V"):
        from ..version import VERSION

        return say(f"cloudlint {VERSION}\n", CLEAN)
    usage = USAGE.format(commands="\n".join(f"  {name:<14} {purpose}" for name, purpose in COMMANDS.items()))
    if name in ("-h", "--help", "help"):
        return say(usage, CLEAN)
    if not name:
        raise UsageError(f"no command given\n\n{usage.rstrip()}")
    raise UsageError(_unknown(name))


def _unknown(name: str) -> str:
    if name == "-" or os.path.exists(name):
        return f"`{name}` is no command; did you mean `cloudlint check {name}`?"
    from difflib import get_close_matches

    close = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean `cloudlint {close[0]}`?" if close else f"there are {', '.join(COMMANDS)}"
    return f"`{name}` is no command; {hint}"
