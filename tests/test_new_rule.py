"""The skeleton that `make rule` writes is a rule of the right form, with everything to fill in marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.documentation import parse
from cloudlint.rule import Rule
from tools import new_rule


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(new_rule, "ROOT", tmp_path)
    monkeypatch.setattr(new_rule, "RULES", tmp_path / "rules")
    (tmp_path / "rules").mkdir()
    return tmp_path


def test_the_skeleton_is_a_rule(root: Path) -> None:
    assert new_rule.main(["aws/s3/bucket_open", "aws_s3_bucket"]) == 0
    scope: dict[str, object] = {"__name__": "cloudlint.rules.aws.s3.bucket_open"}
    exec(compile((root / "rules/aws/s3/bucket_open.py").read_text(), "bucket_open.py", "exec"), scope)
    rule = scope["rule"]
    assert isinstance(rule, Rule)
    assert (rule.id, rule.kinds) == ("aws-s3-bucket-open", ("aws_s3_bucket",))
    assert len(parse(rule.documentation).examples) == 1


def test_packages_and_edge_cases_come_with_it(root: Path) -> None:
    new_rule.main(["aws/s3/bucket_open", "aws_s3_bucket"])
    written = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert written == {
        "rules/__init__.py",
        "rules/aws/__init__.py",
        "rules/aws/s3/__init__.py",
        "rules/aws/s3/bucket_open.py",
        "tests/core/rules/aws/s3/bucket_open.tf",
    }


def test_nothing_is_overwritten(root: Path) -> None:
    new_rule.main(["aws/s3/bucket_open", "aws_s3_bucket"])
    (root / "rules/aws/s3/bucket_open.py").write_text("mine")
    assert new_rule.main(["aws/s3/bucket_open", "aws_s3_bucket"]) == 2
    assert (root / "rules/aws/s3/bucket_open.py").read_text() == "mine"


@pytest.mark.parametrize("arguments", [[], ["aws/s3/x"], ["s3", "aws_s3_bucket"], ["../../x/y/z", "aws_s3_bucket"]])
def test_wrong_arguments_are_refused(arguments: list[str], root: Path) -> None:
    assert new_rule.main(arguments) == 2
