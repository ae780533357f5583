from __future__ import annotations

from json import loads
from pathlib import Path

import pytest

from cloudlint.outcome import Outcome
from cloudlint.report.sarif import render

from .outcomes import OUTCOME, show

SCHEMA = Path(__file__).parent / "sarif-2.1.0.schema.json"  # the OASIS schema, as SchemaStore publishes it


@pytest.mark.parametrize("outcome", [OUTCOME, Outcome()], ids=["findings", "nothing"])
def test_valid(outcome: Outcome) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(loads(render(outcome, show, "1.2.3")))


def test_what_code_hosts_look_at() -> None:
    log = loads(render(OUTCOME, show, "1.2.3"))
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["aws-s3-open-bucket", "not-analysed", "quiet-rule"]
    assert rules[0]["properties"]["security-severity"] == "7.5"
    assert rules[0]["fullDescription"]["text"] == "Anyone can read it."
    first, quiet, unread = run["results"]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error"]
    assert rules[quiet["ruleIndex"]]["id"] == "quiet-rule"
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "main.tf"},
        "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 16},
    }
    related = first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert related == {"uri": "values/prod%20file.tfvars"}
    replacement = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": '"private"'}
    assert "region" not in unread["locations"][0]["physicalLocation"]
