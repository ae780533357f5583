"""Generated expressions against real Terraform's recorded answers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cloudlint.languages.terraform.functions.conversion import broken
from tests.core.languages.terraform.console import EXPRESSIONS, FAILED, answers, read_cases
from tests.core.languages.terraform.expression_grammar import expressions
from tests.core.languages.terraform.test_functions import plain, shown, value_of

DIFFERENCES = Path(__file__).with_name("expression_differences.txt")
DECISION = Path(__file__).parents[4] / "docs" / "decisions" / "0012-differences-from-terraform.md"
DIGITS = 12  # of a number that are compared: ours have 64 bits, Terraform's 512


def rounded(data: object) -> object:
    """Plain data with its numbers cut to DIGITS."""
    if isinstance(data, list):
        return [rounded(item) for item in data]
    if isinstance(data, dict):
        return {key: rounded(item) for key, item in data.items()}
    return float(f"{data:.{DIGITS}g}") if isinstance(data, float) else data


def close(found: str, wanted: str) -> bool:
    """Are two JSON texts the same but for the last digits of numbers?"""
    try:
        return bool(rounded(json.loads(found)) == rounded(json.loads(wanted)))
    except ValueError:  # FAILED, or not all known
        return False


def ours(expression: str) -> str:
    """Our value as JSON; FAILED where any part of it failed, as Terraform says of the whole."""
    value = value_of(expression)
    return FAILED if broken(value) else shown(value)


def explained() -> dict[str, list[str]]:
    """The expressions that differ, by the choice that explains them."""
    by_choice: dict[str, list[str]] = {}
    for line in DIFFERENCES.read_text(encoding="utf-8").partition("\n\n")[2].splitlines():
        if line.startswith("# "):
            choice = by_choice.setdefault(line[2:], [])
        elif line:
            choice.append(line)
    return by_choice


def test_generated_expressions_are_what_was_recorded() -> None:
    assert list(read_cases(EXPRESSIONS)) == expressions()


def test_generated_expressions_come_out_as_in_terraform() -> None:
    different = {}
    for expression, recorded in read_cases(EXPRESSIONS).items():
        wanted = FAILED if recorded == FAILED else plain(json.loads(recorded))
        found = ours(expression)
        if found != wanted and not close(found, wanted):
            different[expression] = f"{found} instead of {wanted}"
    known = {expression for expressions in explained().values() for expression in expressions}
    assert {expression: what for expression, what in different.items() if expression not in known} == {}
    assert known - different.keys() == set(), "no longer different"


def test_every_difference_is_explained() -> None:
    page = " ".join(DECISION.read_text(encoding="utf-8").split())
    assert [choice for choice in explained() if f"*{choice}" not in page] == []


@pytest.mark.skipif(shutil.which("terraform") is None, reason="no terraform")
def test_the_recorded_answers_are_terraforms() -> None:
    recorded = read_cases(EXPRESSIONS)
    assert answers(list(recorded)) == recorded
