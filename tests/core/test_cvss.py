"""CVSS 3.1 base scores, held to FIRST's own examples ("Common Vulnerability Scoring System v3.1: Examples")."""

from __future__ import annotations

import pytest

from cloudlint.cvss import cvss_score, severity_of
from cloudlint.model import CRITICAL, HIGH, LOW, MEDIUM, Severity

PUBLISHED = [
    ("CVE-2013-1937", "AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1, MEDIUM),
    ("CVE-2013-0375", "AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4, MEDIUM),
    ("CVE-2014-3566", "AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 3.1, LOW),
    ("CVE-2012-1516", "AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 9.9, CRITICAL),
    ("CVE-2009-0783", "AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", 4.2, MEDIUM),
    ("CVE-2012-0384", "AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", 8.8, HIGH),
    ("CVE-2015-1098", "AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8, HIGH),
    ("CVE-2014-0160", "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 7.5, HIGH),
    ("CVE-2014-6271", "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8, CRITICAL),
    ("CVE-2008-1447", "AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N", 6.8, MEDIUM),
    ("CVE-2014-2005", "AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 6.8, MEDIUM),
    ("CVE-2012-1342", "AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:L/A:N", 5.8, MEDIUM),
    ("CVE-2013-6014", "AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H", 9.3, CRITICAL),
    ("CVE-2014-9253", "AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N", 5.4, MEDIUM),
    ("CVE-2009-0658", "AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8, HIGH),
    ("CVE-2011-1265", "AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 8.8, HIGH),
    ("CVE-2014-2019", "AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N", 4.6, MEDIUM),
    ("CVE-2015-0970", "AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 8.8, HIGH),
    ("CVE-2014-0224", "AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N", 7.4, HIGH),
    ("CVE-2012-5376", "AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H", 9.6, CRITICAL),
    ("CVE-2016-1645", "AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 8.8, HIGH),
    ("CVE-2016-0128", "AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:N", 6.8, MEDIUM),
    ("CVE-2016-2118", "AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.5, HIGH),
    ("CVE-2017-5942", "AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1, MEDIUM),
    ("CVE-2018-18913", "AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8, HIGH),
    ("CVE-2016-5729", "AV:L/AC:L/PR:H/UI:N/S:C/C:H/I:H/A:H", 8.2, HIGH),
    ("CVE-2018-3652", "AV:P/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 7.6, HIGH),
]


@pytest.mark.parametrize(("name", "vector", "score", "severity"), PUBLISHED)
def test_published_examples(name: str, vector: str, score: float, severity: Severity) -> None:
    assert cvss_score(vector) == score, name
    assert cvss_score(f"CVSS:3.1/{vector}") == score, name
    assert severity_of(vector) is severity, name


def test_no_impact_scores_nothing() -> None:
    assert cvss_score("AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:N") == 0.0


@pytest.mark.parametrize("vector", ["AV:N/AC:L", "AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"])
def test_a_malformed_vector_is_refused(vector: str) -> None:
    with pytest.raises(KeyError):
        cvss_score(vector)
