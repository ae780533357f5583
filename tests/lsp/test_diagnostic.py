"""Diagnostics as they are written: what is remembered of a finding, and what is not."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

from cloudlint.model import HIGH, LOW, SAFE, UNSAFE, Edit, Finding, Fix, Related, Span
from cloudlint_lsp.convert import Places
from cloudlint_lsp.diagnostic import NOTHING, Reported, Writer, note

PATH, OTHER = "/repo/main.tf", "/repo/ü.tf"
FINDING = Finding("a-rule", HIGH, 'says "so" 😀', Span(PATH, 4, 8), "r")
FIXED = FINDING._replace(fix=Fix("do it", (Edit(FINDING.span, "x"),), SAFE))
FINDINGS = [
    Reported(FINDING, "1"),
    Reported(FINDING._replace(span=Span(PATH, 9, 10)), "1"),
    Reported(FINDING._replace(severity=LOW), "1"),
    Reported(FINDING._replace(message="says no"), "1"),
    Reported(FINDING, "2"),
    Reported(FINDING, "1", "https://example.com"),
    Reported(FIXED, "1"),
    Reported(FIXED._replace(fix=Fix("do it", (), UNSAFE)), "1"),
    Reported(FINDING._replace(related=(Related(Span(OTHER, 0, 1), "from there"),)), "1"),
    Reported(FINDING._replace(related=(Related(Span("/nowhere", 0, 1), "from nowhere"),)), "1"),
]


def test_what_is_remembered_is_what_would_be_written_anew() -> None:
    places, remembering = Places({PATH: "a = 1\nb = 2\n", OTHER: "c"}, "utf-16"), Writer()
    for reported in FINDINGS * 2:
        assert remembering.diagnostic(reported, places) == Writer().diagnostic(reported, places)


def test_all_that_is_said() -> None:
    places = Places({PATH: "a = 1\nb = 2\n", OTHER: "c"}, "utf-16")
    reported = Reported(FIXED._replace(related=(Related(Span(OTHER, 0, 1), "from there"),)), "1", "https://example.com")
    place = {"start": {"line": 0, "character": 4}, "end": {"line": 1, "character": 2}}
    there = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
    written = {
        "range": place,
        "severity": 1,
        "code": "a-rule",
        "source": "cloudlint",
        "message": 'says "so" 😀',
        "data": {"fingerprint": "1", "severity": "high", "fix": {"title": "do it", "safety": "safe"}},
        "codeDescription": {"href": "https://example.com"},
    }
    from_there = [{"message": "from there", "location": {"uri": "file:///repo/%C3%BC.tf", "range": there}}]
    assert json.loads(Writer().diagnostic(reported, places)) == {**written, "relatedInformation": from_there}
    assert json.loads(Writer().diagnostic(reported, places, related=False)) == written


def test_what_a_file_holds() -> None:
    places = Places({PATH: "a = 1\nb = 2\n"}, "utf-16")
    one, two = (Writer().held(FINDINGS[:count], places) for count in (1, 2))
    assert (one.rules, two.rules, NOTHING.rules) == (("a-rule",), ("a-rule", "a-rule"), ())
    assert len({one.identity, two.identity, NOTHING.identity}) == 3
    assert [item["message"] for item in json.loads(note("is wrong", 3).text)] == ["is wrong"]
