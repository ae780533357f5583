"""The HTML page: complete in itself, harmless whatever a file holds, and its script filters as it says."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
import re
import shutil
import subprocess
from html.parser import HTMLParser
from json import dumps

import pytest

from cloudlint.document import Document
from cloudlint.model import HIGH, Finding, Span
from cloudlint.outcome import Outcome
from cloudlint.report.html import render
from cloudlint.report.page import SCRIPT
from cloudlint.suppressing.applying import Suppressed

from .outcomes import OUTCOME, RULE, show

VOID = {"meta", "input", "br", "link"}


class Balance(HTMLParser):
    """Notes every element, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()


def parsed(outcome: Outcome) -> Balance:
    page = Balance()
    page.feed(render(outcome, show, "1.2.3"))
    assert page.open == []
    return page


@pytest.mark.parametrize("outcome", [OUTCOME, Outcome()], ids=["findings", "nothing"])
def test_complete_in_itself(outcome: Outcome) -> None:
    page = parsed(outcome)
    assert [tag for tag, attributes in page.seen if "src" in attributes or ("href" in attributes and tag != "a")] == []
    assert "@import" not in render(outcome, show, "1")
    assert "url(" not in render(outcome, show, "1")
    assert sum(tag == "article" for tag, _ in page.seen) == len(outcome.findings)


def test_the_most_exposed_come_first() -> None:
    rules = [attributes["data-rule"] for tag, attributes in parsed(OUTCOME).seen if tag == "article"]
    assert rules[0] == "aws-s3-open-bucket"
    assert rules[-1] == "quiet-rule"


def test_source_is_shown_and_marked() -> None:
    assert "<mark>var.acl</mark>" in render(OUTCOME, show, "1")


def test_what_a_file_holds_does_no_harm() -> None:
    evil = 'x = "</pre><script>alert(1)</script>" # \x1b[31m\u202e'
    document = Document("/repo/<b>.tf", evil, "terraform")
    finding = Finding(RULE.id, HIGH, f"bad {evil}", Span(document.path, 4, 20), '"><script>')
    outcome = Outcome(
        findings=(finding,),
        rules=OUTCOME.rules,
        documents={document.path: document},
        suppressed=(Suppressed(finding, "comment", evil),),
    )
    page = parsed(outcome)
    assert sum(tag == "script" for tag, _ in page.seen) == 1
    assert "\x1b" not in render(outcome, show, "1")
    assert "\u202e" not in render(outcome, show, "1")


ITEMS = [
    {"severity": "high", "path": "a.tf", "rule": "one", "controls": ["soc-2 CC6.1", "gdpr 32"], "exposure": 8, "words": "one open bucket"},
    {"severity": "low", "path": "b.tf", "rule": "two", "controls": [], "exposure": 1, "words": "two logs missing"},
]  # fmt: skip
ASKED = [
    ({"severities": ["high", "low"], "standard": "", "words": []}, ["one", "two"]),
    ({"severities": ["low"], "standard": "", "words": []}, ["two"]),
    ({"severities": ["high", "low"], "standard": "gdpr", "words": []}, ["one"]),
    ({"severities": ["high", "low"], "standard": "soc", "words": []}, []),
    ({"severities": ["high", "low"], "standard": "", "words": ["open", "bucket"]}, ["one"]),
    ({"severities": ["high", "low"], "standard": "", "words": ["open", "logs"]}, []),
]


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node to run the page's script")
def test_filter_and_search() -> None:
    script = f"{SCRIPT}\nconst items = {dumps(ITEMS)}, asked = {dumps([asked for asked, _ in ASKED])};\n"
    script += (
        "console.log(asked.map(each => items.filter(it => wanted(it, each)).map(it => it.rule).join()).join(';'));\n"
    )
    script += "const by = { group: 'standard', standard: '' };\n"
    script += "console.log(grouped(items, by).map(group => [group.name, group.exposure]).join(';'));\n"
    script += "console.log(grouped(items, { ...by, standard: 'gdpr' }).map(group => group.name).join(';'));"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        ";".join(",".join(rules) for _, rules in ASKED),
        "soc-2 CC6.1,8;gdpr 32,8;no standard,1",
        "gdpr 32;no standard",
    ]


def test_the_script_finds_what_it_looks_for() -> None:
    page = parsed(OUTCOME)
    names = {attributes.get("name") for _, attributes in page.seen}
    ids = {attributes.get("id") for _, attributes in page.seen}
    assert set(re.findall(r"form\.(\w+)\.value", SCRIPT)) == {"search", "standard", "group"} <= names
    assert {"findings", "count", "rest", RULE.id} <= ids
