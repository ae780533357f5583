"""`cloudlint server`: the language server, for editors."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib.util import find_spec

from .arguments import argument_parser
from .terminal import UsageError

INSTALL = "the language server needs its own packages: install them with `pip install 'cloudlint[lsp]'`"


def parser() -> ArgumentParser:
    """The arguments of `cloudlint server`."""
    made = argument_parser("server", "Speak the Language Server Protocol over standard input and output.")
    add = made.add_argument
    add("--stdio", action="store_true", help="use standard input and output (as without any option)")
    add("--tcp", type=int, metavar="PORT", help="listen on a port of this machine instead, for debugging")
    add("--check", action="store_true", help="say the version and end, if it can be started")
    add("--log-file", default="", metavar="FILE", help="write the log there instead of to standard error")
    add("--verbose", action="store_true", help="log more")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint server` until its client is gone and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments)
    if find_spec("pygls") is None or find_spec("lsprotocol") is None:
        raise UsageError(INSTALL)
    if asked.check:
        from ..version import VERSION

        print(VERSION)
        return 0
    from importlib import import_module

    # The core knows nothing of editors; this is the one door, and it opens by name.
    main = import_module("cloudlint_lsp.server").main
    code: int = main(asked.tcp, log_file=asked.log_file, verbose=asked.verbose)
    return code
