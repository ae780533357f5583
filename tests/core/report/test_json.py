from __future__ import annotations

from json import loads

from cloudlint.languages import SUFFIXES
from cloudlint.report.json import render, rules

from .outcomes import OUTCOME, QUIET, RULE, show


def test_report() -> None:
    report = loads(render(OUTCOME, show, "1.2.3"))
    assert list(report) == ["version", "tool", "findings", "undecided", "suppressed", "not_followed", "summary"]
    assert report["version"] == 1
    assert report["tool"] == {"name": "cloudlint", "version": "1.2.3"}
    finding = report["findings"][0]
    assert len(finding.pop("fingerprint")) == 32
    assert finding == {
        "rule": "aws-s3-open-bucket",
        "aliases": ["CKV_X_1"],
        "severity": "high",
        "cvss": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
        "standards": {"soc-2": ["CC6.1"]},
        "title": "Bucket is open",
        "message": "ACL `open` opens `b.é`",
        "path": "main.tf",
        "start": {"line": 2, "column": 9},
        "end": {"line": 2, "column": 16},
        "resource": "b.é",
        "kind": "b",
        "framework": "terraform",
        "related": [
            {
                "message": "from values",
                "path": "values/prod file.tfvars",
                "start": {"line": 1, "column": 7},
                "end": {"line": 1, "column": 13},
            }
        ],
        "fix": {
            "title": 'set `acl` to "private"',
            "safety": "unsafe",
            "edits": [
                {
                    "path": "values/prod file.tfvars",
                    "start": {"line": 1, "column": 7},
                    "end": {"line": 1, "column": 13},
                    "text": '"private"',
                }
            ],
        },
        "environments": [],
    }
    assert report["findings"][2]["fix"] is None
    assert report["undecided"][0]["resource"] == "b.é"
    assert report["summary"] == {
        "files": 2,
        "resources": 1,
        "checks": 1234,
        "findings": {"critical": 0, "high": 2, "medium": 0, "low": 1},
        "exposure": 239.478,
        "suppressed": 0,
        "undecided": 1,
        "not_analysed": 1,
        "not_followed": 1,
    }


def test_rules() -> None:
    first, second = loads(rules([RULE, QUIET]))
    assert first == {
        "rule": "aws-s3-open-bucket",
        "title": "Bucket is open",
        "severity": "high",
        "cvss": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
        "kinds": [],
        "frameworks": list(SUFFIXES),
        "aliases": ["CKV_X_1"],
        "standards": {"soc-2": ["CC6.1"]},
        "fix": "unsafe",
        "default": True,
    }
    assert second["fix"] is None
