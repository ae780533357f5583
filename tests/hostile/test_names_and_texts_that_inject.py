"""Names and texts of a scanned repository in what we print: no terminal, page, log or report takes them for its own."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.hostile.confined import cloudlint, repository

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")

ESCAPE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&"
COMMAND = "\r\n::error::owned%0A::stop-commands::x"

NAMES = {
    "escapes": f"a{ESCAPE}.tf",
    "markup": "<img src=x onerror=alert(1)>'\"&`.tf",
    "workflow commands": f"a{COMMAND}%,:.tf",
    "undecodable": os.fsdecode(b"a\xff\xfe.tf"),
    "wide": "\u6f22\U0001f600 .tf",
}


def source(text: str) -> str:
    """A finding whose message, resource, value and reason hold a text."""
    quoted = json.dumps(text, ensure_ascii=False).replace("%", "%%").replace("%%0A", "%0A")
    quoted = quoted.replace("\\u001b", "\x1b").replace("\\u0007", "\x07").replace("\\r\\n", "\\r\\n")
    return (
        f'resource "aws_s3_bucket_acl" {quoted} {{\n  acl = "public-read"\n}}\n'
        f'resource "aws_iam_policy" "x" {{\n  name = {quoted}\n  policy = jsonencode({{\n'
        f'    Statement = [{{ Effect = "Allow", Action = "*", Resource = "*", Sid = {quoted} }}]\n  }})\n}}\n'
        f'module "m" {{\n  source = {quoted}\n}}\n'
        f'resource "aws_s3_bucket_acl" "y" {{ # cloudlint: ignore[*] {text.splitlines()[0]}\n  acl = "public-read"\n'
        f"}}\na {{\n  b = {quoted} {quoted}\n}}\n"
    )


@pytest.fixture(params=[*NAMES, "contents"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A repository with a hostile name, or with hostile contents."""
    which: str = request.param
    name = NAMES.get(which, "main.tf")
    inside = ESCAPE + MARKUP + COMMAND if which == "contents" else "x"
    made = repository(tmp_path / "repository", {name: source(inside)})
    if which != "contents":
        (made / name.replace(".tf", ".yaml")).write_text("apiVersion: v1\nkind: Pod\nspec: [\n")
        (made / name.replace(".tf", "")).mkdir()
        os.mkfifo(made / name.replace(".tf", "") / "pipe.tf")
    return made


def harmless(text: str) -> bool:
    """No control character but line breaks, nothing that reorders a line."""
    return re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) is None


COMMANDS = [
    ("check", "."),
    ("check", "--show-ignored", "--show-unknown", "--statistics", "."),
    ("fix", "--check", "--unsafe", "."),
    ("baseline", "."),
    ("migrate", "."),
    ("explain", "aws-s3-bucket-public-acl"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_terminal_shows_them_as_they_are(folder: Path, command: tuple[str, ...]) -> None:
    done = cloudlint(folder, *command)
    assert harmless(done.out)
    assert harmless(done.err)


def test_names_on_the_command_line_and_in_settings(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", {f"a{ESCAPE}.txt": "", "main.tf": ""})
    (folder / "cloudlint.toml").write_text(f'ignore = ["a{ESCAPE}"]\n'.replace("\x1b", "\\u001b").replace("\x07", ""))
    for arguments in ((f"a{ESCAPE}.txt",), (f"missing{ESCAPE}",), ("--select", ESCAPE, ".")):
        done = cloudlint(folder, "check", *arguments)
        assert harmless(done.out)
        assert harmless(done.err)
    (folder / "cloudlint.toml").write_text('"a\\u001b[2J" = 1\n')
    assert harmless(cloudlint(folder, "check", ".").err)


class Page(HTMLParser):
    """Counts elements and collects handlers of events."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: dict[str, int] = {}
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element."""
        self.elements[tag] = self.elements.get(tag, 0) + 1
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_a_page_holds_no_element_of_theirs(folder: Path) -> None:
    page = Page()
    page.feed(cloudlint(folder, "check", "--format", "html", ".").out)
    assert page.elements["script"] == 1
    assert "img" not in page.elements
    assert page.handlers == []


def test_a_log_holds_no_command_of_theirs(folder: Path) -> None:
    done = cloudlint(folder, "check", "--format", "github", ".")
    lines = done.out.splitlines()
    assert lines
    for line in done.out.split("\n")[:-1]:
        assert re.fullmatch(r"::(error|warning|notice) title=[\w-]+,file=[^,:\r]*(,\w+=\d+)*::[^\r]*", line), line


def test_reports_for_programs_can_be_read(folder: Path) -> None:
    for form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(cloudlint(folder, "check", "--format", form, ".").out)
    ElementTree.fromstring(cloudlint(folder, "check", "--format", "junit", ".").out)
