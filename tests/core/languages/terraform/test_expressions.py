"""Generated expressions against real Terraform's recorded answers."""

from __future__ import annotations

import json
import shutil

import pytest

from cloudlint.languages.terraform.functions.conversion import broken
from tests.core.languages.terraform.console import EXPRESSIONS, FAILED, answers, read_cases
from tests.core.languages.terraform.expression_grammar import expressions
from tests.core.languages.terraform.test_functions import plain, shown, value_of

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


def is_explained(expression: str, found: str, wanted: str) -> bool:
    """Does a difference fall under one of the choices in docs/decisions/0012-differences-from-terraform.md?"""
    if wanted == FAILED and found != FAILED:
        # We look at the taken side of a choice only, and a part that fails spoils none of the others.
        return " ? " in expression or "[" in expression or "pow(" in expression
    if "/ 0" in expression or "log(" in expression or "Inf" in wanted:
        return True  # we know no infinity
    return " ? " in expression or "/" in expression or "pow(" in expression


def test_generated_expressions_are_what_was_recorded() -> None:
    assert list(read_cases(EXPRESSIONS)) == expressions()


def test_generated_expressions_come_out_as_in_terraform() -> None:
    unexplained, explained = [], 0
    for expression, recorded in read_cases(EXPRESSIONS).items():
        wanted = FAILED if recorded == FAILED else plain(json.loads(recorded))
        found = ours(expression)
        if found == wanted:
            continue
        if close(found, wanted):
            continue
        explained += 1
        if not is_explained(expression, found, wanted):
            unexplained.append(f"{expression}: {found} instead of {wanted}")
    assert unexplained == []
    assert explained <= MOST


MOST = 54  # of the generated expressions may differ, each as explained


@pytest.mark.skipif(shutil.which("terraform") is None, reason="no terraform")
def test_the_recorded_answers_are_terraforms() -> None:
    recorded = read_cases(EXPRESSIONS)
    assert answers(list(recorded)) == recorded
