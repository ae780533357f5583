"""`cloudlint rules`: the catalogue as a table or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence

from ..catalog import Catalog
from ..rule import Rule
from .arguments import argument_parser
from .terminal import CLEAN, say, wants_colour


def parser() -> ArgumentParser:
    """The arguments of `cloudlint rules`."""
    made = argument_parser("rules", "List the rules.")
    made.add_argument("--format", choices=("text", "json"), default="text", help="form of the list (default: text)")
    made.add_argument("--standard", metavar="NAME", help="a standard's controls and the rules that check them")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint rules` and return the exit code."""
    asked = parser().parse_args(arguments)
    rules = Catalog().all()
    if asked.standard:
        from .reports import standard_of

        key = standard_of(asked.standard)
        rules = [rule for rule in rules if key in rule.standards]
        if asked.format == "text":
            return say(_coverage(rules, key), CLEAN)
    if asked.format == "json":
        from ..report import json

        return say(json.rules(rules), CLEAN, "utf-8")
    return say(_table(rules, wants_colour()), CLEAN)


def _coverage(rules: Sequence[Rule], standard: str) -> str:
    """The controls of a standard that rules check, each with its rules."""
    from ..standards import STANDARDS

    controls = sorted({control for rule in rules for control in rule.standards[standard]}, key=_in_order)
    lines = [f"{STANDARDS[standard]}: {len(controls)} controls are checked by {len(rules)} rules", ""]
    for control in controls:
        lines.append(control)
        lines += (f"  {rule.id}  {rule.title}" for rule in rules if control in rule.standards[standard])
    return "\n".join(lines) + "\n"


def _in_order(control: str) -> list[tuple[int, str]]:
    """Controls as people count: 2.9 before 2.10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in control.replace("-", ".").split(".")]


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
