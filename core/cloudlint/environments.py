"""Environments: the same code judged with several sets of values, and what is said of it as one.

A finding is reported where it holds in one environment and is not ignored there. What says that something is of no use
is reported only where it is of none in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .analysis import Analysis
from .config import Settings
from .model import Finding
from .notices import ACCEPT_UNUSED, IGNORE_UNUSED
from .outcome import Outcome, key_of, place_of, together
from .suppressing.applying import Suppressed
from .tracing import Traced, trace

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


def traced(analyses: Mapping[str, Analysis], asked: str) -> dict[Traced, str]:
    """The values at `ADDRESS.ATTRIBUTE` in the environments by name, each with where it holds; empty where in all.

    Another way to the same value is told apart, but is no reason to say "not in".
    """
    held: dict[Traced, list[str]] = {}
    there: dict[Traced, set[str]] = {}
    for name, analysis in analyses.items():
        for value in trace(analysis.graphs, asked):
            held.setdefault(value, []).append(name)
            there.setdefault(_without_way(value), set()).add(name)
    return {
        value: ""
        if len(names) == len(analyses)
        else _where(names, (), [name for name in analyses if name not in there[_without_way(value)]])
        for value, names in held.items()
    }


def _without_way(value: Traced) -> Traced:
    return value._replace(span=None, steps=())


def _saying(finding: Finding, names: tuple[str, ...], ignored: tuple[str, ...], others: list[str]) -> Finding:
    if not (ignored or others):
        return finding
    return finding._replace(message=f"{finding.message} {_where(names, ignored, others)}")


def _where(names: Sequence[str], ignored: Sequence[str], others: Sequence[str]) -> str:
    """In which environments something holds, and in which it does not, in parentheses."""
    said = f"in {_listed(names, 'and')}"
    said += f", ignored in {_listed(ignored, 'and')}" if ignored else ""
    said += f", not in {_listed(others, 'or')}" if others else ""
    return f"({said})"


def _listed(names: Sequence[str], word: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
