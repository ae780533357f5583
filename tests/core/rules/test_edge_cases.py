"""Edge cases of rules: files beside this one, `aws/s3/bucket_public_acl.tf` for the rule aws-s3-bucket-public-acl.

A file holds several small sources, each after a line `# case: what is special about it`. A line that ends in `#!` is
one where the rule reports something, `#?` one where it says that it cannot decide; it says nothing of other lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from cloudlint.rule import Rule
from cloudlint.text import Lines
from tests.examples import CATALOG, judged

HERE = Path(__file__).parent
LANGUAGES = {".tf": "terraform", ".yaml": "cloudformation"}
CASE = re.compile(r"^# case: (.+)$\n", re.MULTILINE)


class Case(NamedTuple):
    """One source with its marks still in it; they are comments in every language."""

    title: str
    language: str
    text: str

    def marked(self, mark: str) -> list[int]:
        """The lines, from 1, that end in a mark."""
        return [number for number, line in enumerate(self.text.splitlines(), 1) if line.endswith(mark)]


def cases_of(rule: str) -> list[Case]:
    """The edge cases of a rule; none where it has no file."""
    found = []
    for path in sorted(HERE.rglob("*")):
        name = path.relative_to(HERE).with_suffix("").as_posix()
        if path.suffix in LANGUAGES and re.sub("[/_]", "-", name) == rule:
            _, *parts = CASE.split(path.read_text(encoding="utf-8"))
            language = name.partition("/")[0]
            language = language if language in ("compose", "kubernetes") else LANGUAGES[path.suffix]
            found += [Case(title, language, text) for title, text in zip(*[iter(parts)] * 2, strict=True)]
    return found


def test_edge_cases(rule: Rule) -> None:
    for case in cases_of(rule.id):
        said = judged(case.text, case.language)
        lines = Lines(case.text)
        reported = sorted({lines.position(finding.span.start).line for finding in said.of(rule.id)})
        undecided = sorted({lines.position(it.span.start).line for it in said.undecided if it.rule == rule.id})
        assert said.notices == (), case.title
        assert (reported, undecided) == (case.marked("#!"), case.marked("#?")), f"{case.title}\n{case.text}"


def test_every_file_is_about_a_rule() -> None:
    files = [path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.rglob("*") if path.suffix in LANGUAGES]
    assert [name for name in files if re.sub("[/_]", "-", name) not in CATALOG.ids] == []
