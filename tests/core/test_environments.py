"""One finding for all environments, which says where it holds."""

from __future__ import annotations

from collections.abc import Sequence
from json import loads
from pathlib import Path

import pytest

from cloudlint.baseline import identities, matched
from cloudlint.outcome import Outcome
from cloudlint.report import json
from cloudlint.running import run
from cloudlint.settings_files import load
from tests.core.test_running import repository

MAIN = """\
variable "encrypted" {}
variable "logs" {}

resource "aws_db_instance" "one" {
  storage_encrypted = var.encrypted
}
"""
RULE = 'select = ["aws-rds-storage-unencrypted"]\n'
SETTINGS = RULE + '[environments]\ndev = ["dev.tfvars"]\nstage = ["stage.tfvars"]\nprod = ["prod.tfvars"]\n'


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        (("false", "false", "false"), [""]),
        (("true", "true", "true"), []),
        (("false", "true", "true"), [" (in dev, not in stage or prod)"]),
        (("false", "true", "false"), [" (in dev and prod, not in stage)"]),
    ],
)
def test_a_finding_says_where_it_holds(tmp_path: Path, values: tuple[str, ...], messages: list[str]) -> None:
    files = {"main.tf": MAIN, "cloudlint.toml": SETTINGS}
    files |= {f"{name}.tfvars": f"encrypted = {value}\n" for name, value in zip(("dev", "stage", "prod"), values)}
    root = repository(tmp_path, files)
    outcome = run([str(root)], load(f"{root}/cloudlint.toml"))
    said = "`storage_encrypted` is false on `aws_db_instance.one`"
    assert [finding.message for finding in outcome.findings] == [said + message for message in messages]
    assert (outcome.files, outcome.resources) == (4, 3)


def test_an_environment_without_the_value_leaves_the_check_undecided(tmp_path: Path) -> None:
    files = {"main.tf": MAIN, "cloudlint.toml": SETTINGS, "dev.tfvars": "", "stage.tfvars": "", "prod.tfvars": ""}
    root = repository(tmp_path, files)
    outcome = run([str(root)], load(f"{root}/cloudlint.toml"))
    assert [(item.rule, item.decided_by) for item in outcome.undecided] == [
        ("aws-rds-storage-unencrypted", 'variable "encrypted", which has no default')
    ]


COMMENT = " # cloudlint: ignore[aws-rds-storage-unencrypted] a test database"
SUPPRESSED = [
    # the values of dev, stage and prod; what is said of where it holds; how many are suppressed
    (("false" + COMMENT, "true", "true"), None, 1),
    (("false" + COMMENT, "true", "false"), " (in prod, ignored in dev, not in stage)", 0),
    (("false" + COMMENT, "false", "false"), " (in stage and prod, ignored in dev)", 0),
    (("false" + COMMENT, "false" + COMMENT, "false" + COMMENT), None, 1),
]


def judged(root: Path, values: Sequence[str], main: str = MAIN, settings: str = SETTINGS) -> Outcome:
    files = {"main.tf": main, "cloudlint.toml": settings}
    files |= {f"{name}.tfvars": f"encrypted = {value}\n" for name, value in zip(("dev", "stage", "prod"), values)}
    return run([str(repository(root, files))], load(f"{root}/cloudlint.toml"))


@pytest.mark.parametrize(("values", "message", "suppressed"), SUPPRESSED)
def test_ignored_in_some_environments(
    tmp_path: Path, values: Sequence[str], message: str | None, suppressed: int
) -> None:
    """The comments stand at the values. What is not ignored wherever it holds is reported, and says so."""
    outcome = judged(tmp_path, values)
    said = "`storage_encrypted` is false on `aws_db_instance.one`"
    assert [finding.message for finding in outcome.findings] == ([] if message is None else [said + message])
    assert len(outcome.suppressed) == suppressed


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        (("true", "true", "false"), []),
        (("true", "true", "true"), ["ignore-unused"]),
    ],
)
def test_an_ignore_is_of_use_where_one_environment_needs_it(
    tmp_path: Path, values: Sequence[str], rules: list[str]
) -> None:
    main = MAIN.replace("= var.encrypted", "= var.encrypted" + COMMENT)
    settings = SETTINGS.replace("]\n[", ', "ignore-*"]\n[')
    assert [finding.rule for finding in judged(tmp_path, values, main, settings).findings] == rules


BEFORE_AND_AFTER = [
    # the values when the baseline is written and later; is there something new?
    (("false", "true", "true"), ("false", "true", "true"), False),
    (("false", "true", "true"), ("false", "true", "false"), True),
    (("false", "true", "true"), ("true", "true", "false"), True),
    (("false", "true", "false"), ("false", "true", "true"), False),
    (("false", "false", "false"), ("true", "false", "true"), False),
    (("false", "true", "false"), ("false", "false", "false"), True),
]


@pytest.mark.parametrize(("before", "after", "new"), BEFORE_AND_AFTER)
def test_a_known_finding_that_spreads_to_another_environment_is_new(
    tmp_path: Path, before: Sequence[str], after: Sequence[str], new: bool
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    known = identities(judged(tmp_path / "a", before))
    assert bool(matched(judged(tmp_path / "b", after), known).outcome.findings) is new


def test_the_json_report_names_the_environments(tmp_path: Path) -> None:
    (finding,) = loads(json.render(judged(tmp_path, ("false", "true", "false")), str, "1"))["findings"]
    assert finding["environments"] == ["dev", "prod"]
