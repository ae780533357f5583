"""Statistics: findings by rule or by a standard's control, ranked by exposure (CVSSF, see `cvss.exposure`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..cvss import cvss_score, exposure
from ..model import Finding
from ..outcome import Outcome
from ..typed import NamedTuple


class Row(NamedTuple):
    """What a rule, file or control adds up to."""

    name: str
    findings: int
    exposure: float
    score: float


def total(outcome: Outcome) -> float:
    """The exposure of all findings together."""
    return sum(exposure(_score(finding, outcome)) for finding in outcome.findings)


def by_rule(outcome: Outcome) -> list[Row]:
    """A row a rule, the most exposed first."""
    return _ranked(((finding.rule, finding) for finding in outcome.findings), outcome)


def by_file(outcome: Outcome) -> list[Row]:
    """A row a file, by its absolute path, the most exposed first."""
    return _ranked(((finding.span.path, finding) for finding in outcome.findings), outcome)


def by_control(outcome: Outcome, standard: str) -> list[Row]:
    """A row a control of a standard, the most exposed first; a finding counts for each of its controls."""
    return _ranked(_controls(outcome, standard), outcome)


def render(rows: Iterable[Row], heading: str) -> str:
    """A table for people, ending in a newline."""
    rows = list(rows)
    width = max([len(heading), *(len(row.name) for row in rows)])
    lines = [f"{heading:<{width}}  findings  CVSS  exposure"]
    lines += (f"{row.name:<{width}}  {row.findings:>8,}  {row.score:>4.1f}  {row.exposure:>8,.1f}" for row in rows)
    return "\n".join(lines) + "\n"


def _controls(outcome: Outcome, standard: str) -> Iterator[tuple[str, Finding]]:
    for finding in outcome.findings:
        rule = outcome.rules.get(finding.rule)
        for control in rule.standards.get(standard, ()) if rule is not None else ():
            yield control, finding


def _ranked(named: Iterable[tuple[str, Finding]], outcome: Outcome) -> list[Row]:
    scores: dict[str, list[float]] = {}
    for name, finding in named:
        scores.setdefault(name, []).append(_score(finding, outcome))
    rows = [Row(name, len(each), sum(map(exposure, each)), max(each)) for name, each in scores.items()]
    return sorted(rows, key=lambda row: (-row.exposure, row.name))


def _score(finding: Finding, outcome: Outcome) -> float:
    rule = outcome.rules.get(finding.rule)
    return cvss_score(rule.cvss) if rule is not None else 0.0
