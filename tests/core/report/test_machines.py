"""The reports for build servers: valid in form, and true."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
import re
from json import loads
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cloudlint.model import HIGH, Finding, Span
from cloudlint.outcome import Outcome
from cloudlint.report import gitlab, junit, rdjson, sarif
from cloudlint.report.statistics import by_control, by_rule, total
from cloudlint.resource import Plain
from cloudlint.suppressing.applying import Suppressed

from .outcomes import ACL, BUCKET, OUTCOME, RULE, show

IGNORED = Suppressed(
    Finding(RULE.id, HIGH, "Ignored `<&>`\x00", ACL, "b.é"), "comment", 'a "site"', "2027-03-31", "ann", Span(BUCKET.path, 0, 1)
)  # fmt: skip
ACCEPTED = IGNORED._replace(means="settings", until="", by="")
ALL = OUTCOME._replace(suppressed=(IGNORED, ACCEPTED), targets=(BUCKET.path, "/repo/clean.tf"))
HERE = Path(__file__).parent
OUTCOMES = pytest.mark.parametrize("outcome", [OUTCOME, ALL, Outcome()], ids=["findings", "ignored", "nothing"])


def schema(name: str) -> Plain:
    """A schema that stands beside this file."""
    read: Plain = loads((HERE / f"{name}.schema.json").read_text(encoding="utf-8"))
    return read


@OUTCOMES
def test_gitlab_is_valid(outcome: Outcome) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    report = loads(gitlab.render(outcome, show))
    jsonschema.Draft202012Validator(schema("gitlab-code-quality")).validate(report)
    assert len({issue["fingerprint"] for issue in report}) == len(outcome.findings)


def test_gitlab_says_where() -> None:
    first = loads(gitlab.render(OUTCOME, show))[0]
    assert first["location"] == {"path": "main.tf", "lines": {"begin": 2, "end": 2}}
    assert (first["check_name"], first["severity"]) == ("aws-s3-open-bucket", "critical")


@OUTCOMES
def test_rdjson_is_valid(outcome: Outcome) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft7Validator(schema("rdformat")).validate(loads(rdjson.render(outcome, show)))


@OUTCOMES
def test_junit_is_valid(outcome: Outcome) -> None:
    """By the schema of Jenkins' xUnit plugin, which refuses what is not."""
    xmlschema = pytest.importorskip("xmlschema")
    xmlschema.XMLSchema(str(HERE / "junit-10.xsd")).validate(junit.render(outcome, show))


@OUTCOMES
def test_junit_counts_right(outcome: Outcome) -> None:
    root = ElementTree.fromstring(junit.render(outcome, show))
    for suite in root:
        cases = list(suite)
        assert int(suite.attrib["tests"]) == len(cases) > 0
        assert int(suite.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        assert int(suite.attrib["skipped"]) == sum(case.find("skipped") is not None for case in cases)
    assert int(root.attrib["failures"]) == len(outcome.findings)
    assert int(root.attrib["tests"]) == sum(int(suite.attrib["tests"]) for suite in root)


def test_junit_has_a_passed_case_for_a_clean_file() -> None:
    root = ElementTree.fromstring(junit.render(ALL, show))
    assert [case.attrib["name"] for case in root.findall("testsuite[@name='clean.tf']/testcase")] == ["no findings"]


@pytest.mark.parametrize("outcome", [ALL], ids=["ignored"])
def test_sarif_marks_what_is_suppressed(outcome: Outcome) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    log = loads(sarif.render(outcome, show, "1.2.3"))
    jsonschema.Draft4Validator(schema("sarif-2.1.0")).validate(log)
    results = log["runs"][0]["results"]
    assert [result.get("suppressions") for result in results] == [
        None,
        None,
        None,
        [{"kind": "inSource", "justification": 'a "site", until 2027-03-31, by ann'}],
        [{"kind": "external", "justification": 'a "site"'}],
    ]
    assert len({result["partialFingerprints"]["cloudlint/v1"] for result in results}) == len(results)


def test_statistics_rank_by_exposure() -> None:
    ten = Outcome(
        findings=(OUTCOME.findings[0], *(OUTCOME.findings[1],) * 10), rules=OUTCOME.rules, documents=OUTCOME.documents
    )
    rows = by_rule(ten)
    assert [(row.name, row.findings) for row in rows] == [("aws-s3-open-bucket", 1), ("quiet-rule", 10)]
    assert rows[0].exposure == pytest.approx(4**3.5)
    assert total(ten) == pytest.approx(sum(row.exposure for row in rows))
    assert [row.name for row in by_control(ten, "soc-2")] == ["CC6.1"]
    assert by_control(ten, "gdpr") == []


def test_paths_are_relative_in_every_report() -> None:
    for text in (gitlab.render(ALL, show), junit.render(ALL, show), sarif.render(ALL, show, "1")):
        assert not re.search(r"/repo/", text)
