"""The HTML page in a real browser: what its controls do, and that it fits a phone. Skipped where there is no Chromium.

A script is put into a copy of the page, works its controls as a person would, and leaves what it saw in the document,
which Chromium prints: nothing but the browser is needed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from json import dumps, loads
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cloudlint.report.html import render
from cloudlint.resource import Plain

from .outcomes import OUTCOME, show

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (`CHROMIUM` names it, else the PATH is searched)")  # fmt: skip  # noqa: E501

SEEN = """
const result = {};
function done() { document.body.dataset.result = JSON.stringify(result); }
"""
HANDS = """
const form = document.querySelector("form");
const rules = () => [...document.querySelectorAll("#findings article")].map(each => each.dataset.rule);
const groups = () => [...document.querySelectorAll("#findings h2")].map(each => each.firstChild.textContent.trim());
const count = () => document.querySelector("#count").textContent;
function look(name) { result[name] = { rules: rules(), groups: groups(), count: count() }; }
function set(name, value) {
  form[name].value = value;
  form[name].dispatchEvent(new Event("input", { bubbles: true }));
}
"""
STEPS = """
look("at first");
set("search", "OPEN bucket"); look("searched");
set("search", "no such thing"); look("nothing found");
set("search", "");
form.querySelector("[value=high]").click(); look("without high");
form.querySelector("[value=high]").click();
set("standard", "soc-2"); set("group", "standard"); look("by standard");
set("standard", ""); look("by all standards");
set("group", "file"); look("by file");
document.querySelector("button[data-search='quiet-rule']").click(); look("clicked");
addEventListener("hashchange", () => {
  result.opened = [...document.querySelectorAll("details[open]")].map(each => each.id);
  done();
});
document.querySelector("article .head a").click();
"""
PORTIONS = """
const button = document.querySelector("#rest button");
result.first = rules().length;
result.button = button.textContent;
button.click();
result.then = rules().length;
result.button_left = button.checkVisibility();
done();
"""
FRAMED = """<!doctype html><meta charset="utf-8"><body><script>
const frame = document.createElement("iframe");
frame.width = WIDTH;
frame.srcdoc = PAGE;
frame.onload = () => {
  const page = frame.contentDocument.documentElement;
  result.beyond = page.scrollWidth - page.clientWidth;
  done();
};
document.body.append(frame);
</script></body>"""


def seen(page: str, script: str) -> dict[str, Plain]:
    """What a script leaves in `result` when it is run at the end of a page, after it calls `done`."""
    driven = page.replace("<script>", f"<script>{SEEN}", 1).replace("</body>", f"<script>{script}</script></body>")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(driven, encoding="utf-8")
        command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command += ["--virtual-time-budget=3000", "--dump-dom", file.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, encoding="utf-8")
    found = re.search(r'data-result="([^"]*)"', done.stdout)
    assert found, done.stdout[-2000:]
    result: dict[str, Plain] = loads(unescape(found[1]))
    return result


@cache
def driven() -> dict[str, Plain]:
    """What was seen after each step: one start of the browser for all of them."""
    return seen(render(OUTCOME, show, "1"), HANDS + STEPS)


@pytest.mark.parametrize(
    ("step", "rules", "groups"),
    [
        ("at first", ["aws-s3-open-bucket", "not-analysed", "quiet-rule"], ["high", "low"]),
        ("searched", ["aws-s3-open-bucket"], ["high"]),
        ("nothing found", [], []),
        ("without high", ["quiet-rule"], ["low"]),
        ("by standard", ["aws-s3-open-bucket"], ["soc-2 CC6.1"]),
        ("by all standards", ["aws-s3-open-bucket", "not-analysed", "quiet-rule"], ["soc-2 CC6.1", "no standard"]),
        ("by file", ["aws-s3-open-bucket", "quiet-rule", "not-analysed"], ["main.tf", "gone.tf"]),
        ("clicked", ["quiet-rule"], ["main.tf"]),
    ],
)
def test_filter_search_and_group(step: str, rules: list[str], groups: list[str]) -> None:
    after = driven()[step]
    assert isinstance(after, dict)
    assert (after["rules"], after["groups"]) == (rules, groups)
    assert str(after["count"]).startswith(f"{len(rules)} of 3 findings, exposure ")


def test_a_click_on_a_rule_opens_what_is_said_of_it() -> None:
    assert driven()["opened"] == ["quiet-rule"]


def test_many_findings_are_shown_in_portions() -> None:
    many = OUTCOME._replace(findings=tuple(OUTCOME.findings[n % 2]._replace(message=f"no {n}") for n in range(450)))
    after = seen(render(many, show, "1"), HANDS + PORTIONS)
    assert after == {"first": 200, "button": "Show 250 more", "then": 450, "button_left": False}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(width: int) -> None:
    """In a frame: a window of the browser cannot be as narrow as a phone."""
    page = dumps(render(OUTCOME, show, "1")).replace("</", "<\\/")
    assert seen(FRAMED.replace("WIDTH", str(width)).replace("PAGE", page), "") == {"beyond": 0}
