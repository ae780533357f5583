"""Judging and fixing the small sources that tests hold: the examples in rules' docs, tables of edge cases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cloudlint.catalog import Catalog
from cloudlint.fixing import apply
from cloudlint.languages import analyse_text
from cloudlint.linting import judge
from cloudlint.model import Finding, Fix, Undecided

CATALOG = Catalog()

# The file name that a source of each language is judged under.
NAMES = {
    "terraform": "main.tf",
    "cloudformation": "template.yaml",
    "kubernetes": "manifest.yaml",
    "dockerfile": "Dockerfile",
    "compose": "compose.yaml",
}

MOST_PASSES = 10


class Judged(NamedTuple):
    """All that every rule of the catalogue (also those off by default) says of one source, and the path it is given."""

    path: str
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    notices: tuple[Finding, ...]

    def of(self, rule: str) -> list[Finding]:
        """The findings of one rule."""
        return [finding for finding in self.findings if finding.rule == rule]


@lru_cache(maxsize=4096)
def judged(text: str, language: str) -> Judged:
    """Judge a source on its own with the whole catalogue."""
    analysis = analyse_text(text, language, NAMES[language])
    (path,) = analysis.documents
    everything = CATALOG.selection(select=["all"])
    judgement = judge(analysis.graph, CATALOG.for_kinds(analysis.graph.kinds, everything))
    return Judged(path, judgement.findings, judgement.undecided, tuple(analysis.notices))


def fixed_once(text: str, language: str, fixes: Iterable[Fix]) -> str:
    """The source with as many of the fixes as fit together."""
    path = judged(text, language).path
    return apply({path: text}, list(fixes)).texts.get(path, text)


def fixed(text: str, language: str, rule: str) -> str:
    """The source after fixing what one rule finds, pass by pass, until it finds nothing more that it can fix."""
    for _ in range(MOST_PASSES):
        fixes = [finding.fix for finding in judged(text, language).of(rule) if finding.fix is not None]
        if not fixes:
            return text
        text = fixed_once(text, language, fixes)
    raise AssertionError(f"fixing {rule} has not settled after {MOST_PASSES} passes")
