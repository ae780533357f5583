"""Modules as people write them: one value decides, and the verdict follows it wherever it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.running import run
from tests.core.languages.terraform.module_cases import ModuleCase, module_cases
from tests.core.test_running import repository

CASES = module_cases()
RULES = Settings(select=tuple(sorted({rule for case in CASES for rule in case.rules})))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_verdict_follows_the_value(tmp_path: Path, case: ModuleCase) -> None:
    outcome = run([str(repository(tmp_path, dict(case.files)))], RULES)
    assert tuple(sorted({finding.rule for finding in outcome.findings})) == case.rules
    assert outcome.undecided == ()


def test_every_module_has_both_variants_that_differ() -> None:
    bad, good = CASES[::2], CASES[1::2]
    assert [case.name.removesuffix(": bad") for case in bad] == [case.name.removesuffix(": good") for case in good]
    assert [one.name for one, other in zip(bad, good, strict=True) if one.rules == other.rules] == []
