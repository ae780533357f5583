"""`cloudlint explain`: a rule's documentation, set for the terminal."""

from __future__ import annotations

from argparse import ArgumentParser

from ..catalog import Catalog
from .terminal import CLEAN, UsageError, argument_parser, say, terminal_width, wants_colour


def parser() -> ArgumentParser:
    """The arguments of `cloudlint explain`."""
    made = argument_parser("explain", "Show the documentation of a rule.")
    made.add_argument("rule", metavar="RULE", help="the rule's id, or another tool's id of the same check")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint explain` and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments)
    catalog = Catalog()
    rules = catalog.find(asked.rule)
    if not rules:
        close = catalog.suggest(asked.rule)
        hint = f"; did you mean {' or '.join(f'`{id}`' for id in close)}?" if close else "; `cloudlint rules` lists all"
        raise UsageError(f"`{asked.rule}` is no rule{hint}")
    from ..documentation import render

    colour, width = wants_colour(), min(terminal_width(), 100)
    return say("\n".join(render(rule, width=width, colour=colour) for rule in rules), CLEAN)
