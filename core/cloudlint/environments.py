"""Environments: the same code judged with several sets of values, and what is said of it as one.

A finding is reported where it holds in one environment and is not ignored there. What says that something is of no use
is reported only where it is of none in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .config import Settings
from .model import Finding
from .notices import ACCEPT_UNUSED, IGNORE_UNUSED
from .outcome import Outcome, key_of, place_of, together
from .suppressing.applying import Suppressed

_OF_NO_USE = (ACCEPT_UNUSED.id, IGNORE_UNUSED.id)


def in_each(settings: Settings, run_with: Callable[[Settings], Outcome]) -> Outcome:
    """One run for each environment of the settings, told as one."""
    return as_one(
        {
            name: run_with(settings._replace(environments=(), var_files=(*settings.var_files, *files)))
            for name, files in settings.environments
        }
    )


def as_one(outcomes: Mapping[str, Outcome]) -> Outcome:
    """The outcomes of all environments, by name, as one that tells each thing once and says where it holds."""
    whole, first = together(list(outcomes.values())), next(iter(outcomes.values()))
    held = {name: {key_of(finding) for finding in outcome.findings} for name, outcome in outcomes.items()}
    ignored = {name: {key_of(item.finding) for item in outcome.suppressed} for name, outcome in outcomes.items()}
    findings: dict[object, Finding] = {}
    only_in: dict[object, tuple[str, ...]] = {}
    for finding in whole.findings:
        key = key_of(finding)
        names = tuple(name for name in outcomes if key in held[name])
        if key in findings or (finding.rule in _OF_NO_USE and len(names) < len(outcomes)):
            continue
        there = tuple(name for name in outcomes if key in ignored[name] and name not in names)
        told = findings[key] = _saying(finding, names, there, [name for name in outcomes if name not in names + there])
        if len(names) < len(outcomes):
            only_in[key_of(told)] = names
    suppressed: dict[object, Suppressed] = {}
    for item in whole.suppressed:
        if key_of(item.finding) not in findings:
            suppressed.setdefault(key_of(item.finding), item)
    return whole._replace(
        findings=tuple(sorted(findings.values(), key=place_of)),
        undecided=tuple(dict.fromkeys(whole.undecided)),
        files=first.files,
        resources=first.resources,
        not_followed=tuple(dict.fromkeys(whole.not_followed)),
        roots=first.roots,
        unread=first.unread,
        targets=first.targets,
        suppressed=tuple(suppressed.values()),
        environments=tuple(outcomes),
        only_in=only_in,
        groups=(),  # what is apart in one may be together in another
        prints=(),
    )


def _saying(finding: Finding, names: tuple[str, ...], ignored: tuple[str, ...], others: list[str]) -> Finding:
    if not (ignored or others):
        return finding
    said = f"in {_listed(names, 'and')}"
    said += f", ignored in {_listed(ignored, 'and')}" if ignored else ""
    said += f", not in {_listed(others, 'or')}" if others else ""
    return finding._replace(message=f"{finding.message} ({said})")


def _listed(names: tuple[str, ...] | list[str], word: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
