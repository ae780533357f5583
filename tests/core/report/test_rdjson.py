from __future__ import annotations

from json import loads

from cloudlint.model import MANUAL, UNSAFE, Edit, Fix, Safety, Span
from cloudlint.report.rdjson import render, whole_lines

from .outcomes import ACL, BUCKET, OPEN, OUTCOME, show


def fix(*edits: tuple[int, int, str], safety: Safety = UNSAFE) -> Fix:
    return Fix("set", tuple(Edit(Span(BUCKET.path, start, end), text) for start, end, text in edits), safety)


def test_what_reviewdog_reads() -> None:
    report = loads(render(OUTCOME, show))
    first, quiet, unread = report["diagnostics"]
    assert report["source"] == {"name": "cloudlint"}
    assert first["message"] == 'ACL `open` opens `b.é`\n\nFix: set `acl` to "private" (unsafe)'
    assert first["location"] == {
        "path": "main.tf",
        "range": {"start": {"line": 2, "column": 9}, "end": {"line": 2, "column": 16}},
    }
    assert first["related_locations"][0]["location"]["path"] == "values/prod file.tfvars"
    assert [found["severity"] for found in report["diagnostics"]] == ["ERROR", "INFO", "ERROR"]
    assert quiet["location"]["range"]["end"] == {"line": 1, "column": 18}, "columns are bytes: é is two"
    assert unread["location"] == {"path": "gone.tf"}
    assert first["code"] == {"value": "aws-s3-open-bucket"}


def test_what_becomes_a_suggestion() -> None:
    here, elsewhere = Edit(ACL, '"private"'), Edit(OPEN, '"private"')
    cases = [
        ("a fix in the file of the finding", Fix("set", (here,), UNSAFE), '  acl = "private" # who'),
        ("a fix in another file", Fix("set", (elsewhere,), UNSAFE), None),
        ("a fix in two files", Fix("set", (here, elsewhere), UNSAFE), None),
        ("a value that only a person knows", Fix("set", (here,), MANUAL), None),
        ("no fix", None, None),
    ]
    for name, offered, text in cases:
        outcome = OUTCOME._replace(findings=(OUTCOME.findings[0]._replace(fix=offered),))
        (diagnostic,) = loads(render(outcome, show))["diagnostics"]
        suggestions = diagnostic.get("suggestions", [])
        assert [suggested["text"] for suggested in suggestions] == ([] if text is None else [text]), name
        assert all(suggested["range"] == {"start": {"line": 2}, "end": {"line": 2}} for suggested in suggestions), name


def test_fixes_as_whole_lines() -> None:
    text = "one\ntwo\nthree\n"
    cases = [
        ("inside a line", text, fix((5, 6, "W")), "two", "tWo"),
        ("two places", text, fix((1, 1, "N"), (8, 13, "3")), "one\ntwo\nthree", "oNne\ntwo\n3"),
        ("lines inserted", text, fix((4, 4, "new\n")), "one", "one\nnew"),
        ("lines inserted at the top", text, fix((0, 0, "new\n")), "one", "new\none"),
        ("lines inserted at the end", text, fix((14, 14, "new\n")), "three", "three\nnew"),
        ("behind a last line without a break", "one", fix((3, 3, "\nnew")), "one", "one\nnew"),
        ("a line removed", text, fix((4, 8, "")), "two", ""),
        ("the last line removed", text, fix((8, 14, "")), "three", ""),
        ("a line break removed", text, fix((3, 4, " ")), "one\ntwo", "one two"),
        ("a line replaced", text, fix((4, 8, "2\n2\n")), "two", "2\n2"),
        ("CRLF", "one\r\ntwo\r\n", fix((0, 3, "1")), "one\r", "1"),
    ]
    for name, before, offered, old, new in cases:
        start, end, after = whole_lines(before, offered)
        assert (before[start:end], after) == (old, new), name
