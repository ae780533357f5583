"""`cloudlint explain`: a rule's documentation, or the way that a value took."""

from __future__ import annotations

from argparse import ArgumentParser

from ..catalog import Catalog
from .arguments import add_context, argument_parser
from .asked import Asked
from .options import settings_of, shown, told
from .terminal import CLEAN, UsageError, say, terminal_width, wants_colour


def parser() -> ArgumentParser:
    """The arguments of `cloudlint explain`."""
    made = argument_parser("explain", "Show the documentation of a rule, or where a value comes from.")
    add = made.add_argument
    add("subject", metavar="RULE|PATH", help="a rule's id (or another tool's id of the same check); a file or folder")
    add(
        "--value",
        metavar="ADDRESS.ATTRIBUTE",
        help="show what an attribute in PATH comes to (in each environment of the settings), and the way it took",
    )
    add_context(made)
    made.set_defaults(select=[], ignore=[], severity=None)
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint explain` and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments, Asked())
    catalog = Catalog()
    if asked.value:
        return _value(asked, catalog)
    rules = catalog.find(asked.subject)
    if not rules:
        close = catalog.suggest(asked.subject)
        hint = f"; did you mean {' or '.join(f'`{id}`' for id in close)}?" if close else "; `cloudlint rules` lists all"
        raise UsageError(f"`{asked.subject}` is no rule{hint}")
    from ..documentation import render

    colour, width = wants_colour(), min(terminal_width(), 100)
    return say("\n".join(render(rule, width=width, colour=colour) for rule in rules), CLEAN)


def _value(asked: Asked, catalog: Catalog) -> int:
    from ..environments import traced
    from ..report import value as report
    from ..running import evaluate

    with told():
        analyses = evaluate([asked.subject], settings_of(asked, catalog))
    values = traced(analyses, asked.value)
    if not values:
        raise UsageError(f"`{asked.value}` is not in `{asked.subject}`: name a resource's address and one attribute")
    documents = {path: document for analysis in analyses.values() for path, document in analysis.documents.items()}
    return say(report.render(asked.value, values, documents, shown), CLEAN)
