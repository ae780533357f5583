"""Environments: the same code judged with several sets of values, and what is said of it as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .model import Finding


def together(found: Mapping[str, Iterable[Finding]]) -> list[Finding]:
    """The findings of all environments, each once; one that does not hold in all says where it does.

    The findings of each environment, by its name, in the order in which they are told.
    """
    holding: dict[Finding, list[str]] = {}
    alike: dict[tuple[object, ...], Finding] = {}
    for name, findings in found.items():
        for finding in findings:
            first = alike.setdefault((finding.rule, finding.span, finding.message, finding.resource), finding)
            holding.setdefault(first, []).append(name)
    return [
        _saying(finding, names, [name for name in found if name not in names]) for finding, names in holding.items()
    ]


def _saying(finding: Finding, names: list[str], others: list[str]) -> Finding:
    if not others:
        return finding
    return finding._replace(message=f"{finding.message} (in {_listed(names, 'and')}, not in {_listed(others, 'or')})")


def _listed(names: list[str], word: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
