"""`cloudlint rules`: the catalogue as a table or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence

from ..catalog import Catalog
from ..rule import Rule
from .terminal import CLEAN, argument_parser, say, wants_colour


def parser() -> ArgumentParser:
    """The arguments of `cloudlint rules`."""
    made = argument_parser("rules", "List the rules.")
    made.add_argument("--format", choices=("text", "json"), default="text", help="form of the list (default: text)")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint rules` and return the exit code."""
    asked = parser().parse_args(arguments)
    rules = Catalog().all()
    if asked.format == "json":
        from ..report import json

        return say(json.rules(rules), CLEAN, "utf-8")
    return say(_table(rules, wants_colour()), CLEAN)


def _table(rules: Sequence[Rule], colour: bool) -> str:
    from ..report.text import Painter

    paint = Painter(colour)
    width = max((len(rule.id) for rule in rules), default=0)
    lines = []
    for rule in rules:
        severity = str(rule.severity)
        fix = "" if rule.fixes is None else str(rule.fixes)
        off = "" if rule.default else paint("dim", " (off by default)")
        lines.append(f"{rule.id:<{width}}  {paint(severity, f'{severity:<8}')}  {fix:<6}  {rule.title}{off}")
    head = f"{'rule':<{width}}  {'severity':<8}  {'fix':<6}  what is wrong"
    return "\n".join([paint("bold", head), *lines, "", f"{len(rules)} rules"]) + "\n"
