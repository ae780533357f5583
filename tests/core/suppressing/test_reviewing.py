"""Acceptances in the settings that have expired, match nothing any more or lack a reason: told where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.outcome import Outcome
from cloudlint.running import run
from cloudlint.settings_files import load
from tests.core.suppressing.test_applying import ACL, repository

DATE = "2026-11-22"
ON = f'select = ["{ACL}", "accept-*"]\n'
OPEN = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n'
MENDED = OPEN.replace("public-read", "private")
ACCEPT = f'[[accept]]\nrule = "{ACL}"\nreason = "a site"\n'


def judged(root: Path, files: dict[str, str], *paths: str, settings: str = "cloudlint.toml") -> Outcome:
    repository(root, files)
    named = [str(root / path) for path in paths or (".",)]
    return run(named, load(str(root / settings))._replace(today=DATE))


def said(outcome: Outcome) -> list[str]:
    """`line rule`, for each finding in the settings."""
    return [
        f"{outcome.documents[finding.span.path].position(finding.span.start).line} {finding.rule}"
        for finding in outcome.findings
        if finding.span.path.endswith(".toml")
    ]


TOLD = [
    # settings behind `select`, the file that is judged, what is said of the settings
    (ACCEPT, OPEN, []),
    (ACCEPT, MENDED, ["2 accept-unused"]),
    (ACCEPT + 'paths = ["elsewhere/"]\n', OPEN, ["2 accept-unused"]),
    (ACCEPT + 'resources = ["aws_s3_bucket_acl.b"]\n', OPEN, ["2 accept-unused"]),
    (f"{ACCEPT}\n# more\n{ACCEPT}paths = 'no/'\n", OPEN, ["7 accept-unused"]),
    (ACCEPT + f"until = {DATE}\n", OPEN, []),
    (ACCEPT + "until = 2026-11-21\n", OPEN, ["2 accept-expired"]),
    (ACCEPT + "until = 2026-11-21\n", MENDED, ["2 accept-expired"]),
    (f'require-reason = true\n[[accept]]\nrule = "{ACL}"\n', OPEN, ["3 accept-without-reason"]),
    (f'accept = [{{ rule = "{ACL}", reason = "a site" }}]\n', MENDED, ["2 accept-unused"]),
    # an ignore comment says the same: both are of use
    (ACCEPT, f"# cloudlint: ignore[{ACL}] a site\n{OPEN}", []),
    # not said where not all was judged that is meant
    ('[[accept]]\nrule = "aws-rds-*"\nreason = "not run"\n', MENDED, []),
    (ACCEPT, OPEN.replace('"public-read"', "var.acl") + 'variable "acl" {}\n', []),
    (ACCEPT, MENDED + "resource {{{\n", []),
    (ACCEPT, MENDED + 'module "m" {\n  source = "example/absent/aws"\n}\n', []),
]


@pytest.mark.parametrize(("settings", "text", "told"), TOLD)
def test_what_is_said_of_acceptances(tmp_path: Path, settings: str, text: str, told: list[str]) -> None:
    assert said(judged(tmp_path, {"main.tf": text, "cloudlint.toml": ON + settings})) == told


def test_one_rule_of_several(tmp_path: Path) -> None:
    settings = f'select = ["aws-s3-*", "accept-*"]\n[[accept]]\nrule = ["{ACL}", "aws-s3-bucket-unversioned"]\n'
    outcome = judged(tmp_path, {"main.tf": OPEN, "cloudlint.toml": settings})
    (finding,) = (finding for finding in outcome.findings if finding.rule == "accept-unused")
    assert finding.message == "`aws-s3-bucket-unversioned` is accepted, though nothing is found by it"


RUNS = [
    # what is named, the settings that hold, what is said of an acceptance at the root that matches nothing
    (["."], "cloudlint.toml", ["2 accept-unused"]),
    (["app/main.tf"], "cloudlint.toml", []),
    (["app"], "cloudlint.toml", []),
    (["app"], "app/cloudlint.toml", []),
    ([".", "app"], "app/cloudlint.toml", ["2 accept-unused"]),
]


@pytest.mark.parametrize(("paths", "settings", "told"), RUNS)
def test_only_where_the_run_is_about_all_that_is_meant(
    tmp_path: Path, paths: list[str], settings: str, told: list[str]
) -> None:
    files = {"app/main.tf": MENDED, "cloudlint.toml": ON + ACCEPT, "app/cloudlint.toml": ""}
    assert said(judged(tmp_path, files, *paths, settings=settings)) == told


def test_what_is_expired_is_said_with_what_comes_back(tmp_path: Path) -> None:
    """A hook names one file: it hears why a finding is there that was not there yesterday."""
    files = {"main.tf": OPEN, "other.tf": "", "cloudlint.toml": ON + ACCEPT + "until = 2026-11-21\n"}
    outcome = judged(tmp_path, files, "main.tf")
    assert [finding.rule for finding in outcome.findings] == ["accept-expired", ACL]
    assert said(run([str(tmp_path / "other.tf")], load(str(tmp_path / "cloudlint.toml"))._replace(today=DATE))) == []


def test_what_others_share_is_theirs(tmp_path: Path) -> None:
    files = {"main.tf": MENDED, "policy/all.toml": ACCEPT, "cloudlint.toml": ON + 'extends = "policy/all.toml"\n'}
    assert said(judged(tmp_path, files)) == []


def test_in_pyproject(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n\n[tool.cloudlint]\n" + ON + ACCEPT.replace("accept]]", "tool.cloudlint.accept]]")
    files = {"main.tf": MENDED, "pyproject.toml": text}
    assert said(judged(tmp_path, files, settings="pyproject.toml")) == ["6 accept-unused"]
