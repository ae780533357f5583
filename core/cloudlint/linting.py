"""Judging: resources and rules in, findings out. Pure, and the one place that catches a rule's crash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from .model import Finding, Span, Undecided
from .notices import INTERNAL_ERROR
from .resource import NOTHING_SAID, Graph, Observing, Resource, Said, Value
from .rule import Check, Rule
from .typed import NamedTuple
from .unknowns import decided_by

_NOWHERE = Span("", 0, 0)


class Judgement(NamedTuple):
    """What the rules said of the resources: both lists by path, place and rule; `checks` is how many were run.

    One check on one resource counts as one. `instances` are the addresses of all resources that a finding is about,
    where it is about several.
    """

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    checks: int
    instances: Mapping[Finding, tuple[str, ...]] = {}


def judge(graph: Graph, rules: Iterable[Rule], checkpoint: Callable[[str], None] | None = None) -> Judgement:
    """Run every check of `rules` over the resources it applies to; suppressed and ignored findings are still in.

    `checkpoint` is called with the id of each rule before it is run, with nothing after the last one, and may raise to
    end the work. A graph is judged once by the same rules. A rule that fails with TimeoutError (whoever watches it
    raises that) is not run any further.
    """
    rules = tuple(rules)
    judged = graph.judged.get(rules)
    if not isinstance(judged, Judgement):
        judged = graph.judged[rules] = _judged(graph, rules, checkpoint)
    return judged


def _judged(graph: Graph, rules: Iterable[Rule], checkpoint: Callable[[str], None] | None) -> Judgement:
    findings: dict[tuple[str, Span, str], Finding] = {}
    instances: dict[Finding, tuple[str, ...]] = {}
    undecided: dict[Undecided, None] = {}
    checks = 0
    stopped: set[Rule] = set()
    with Observing() as reads:
        for rule in rules:
            if checkpoint is not None:
                checkpoint(rule.id)
            for check, kinds, frameworks in rule.registrations:
                for resource in chain.from_iterable(map(graph.of, kinds)):
                    if (frameworks and resource.framework not in frameworks) or (stopped and rule in stopped):
                        continue
                    checks += 1
                    said = resource.answers.get(check)
                    if said is NOTHING_SAID:  # most of them, where a module is judged again
                        continue
                    if said is None:
                        said = resource.answers[check] = _said(graph, rule, check, resource, reads, stopped)
                    # Instances of one block (count, for_each, a module called twice) that fail alike are one finding.
                    for finding in said.findings:
                        first = findings.setdefault((finding.rule, finding.span, finding.message), finding)
                        if first.resource != finding.resource:
                            others = instances.get(first, (first.resource,))
                            instances[first] = (*others, finding.resource)
                    if said.undecided is not None:
                        undecided.setdefault(said.undecided)
        if checkpoint is not None:
            checkpoint("")
    return Judgement(
        tuple(
            sorted(findings.values(), key=lambda it: (it.span.path, it.span.start, it.rule, it.span.end, it.message))
        ),
        tuple(sorted(undecided, key=lambda it: (it.span.path, it.span.start, it.rule, it.resource))),
        checks,
        instances,
    )


def _said(graph: Graph, rule: Rule, check: Check, resource: Resource, reads: list[Value], stopped: set[Rule]) -> Said:
    """What a check says of a resource."""
    reads.clear()
    graph.asked.clear()
    found = tuple(_run(rule, check, resource, stopped))
    doubt = _undecided(rule, resource, reads[0]) if reads and not found else None
    if not (found or doubt or graph.asked):
        return NOTHING_SAID
    return Said(found, doubt, frozenset(graph.asked))


def _run(rule: Rule, check: Check, resource: Resource, stopped: set[Rule]) -> list[Finding]:
    """All that one check says of one resource; a crash is a finding of its own after what was said before it.

    A rule that ran into a time limit goes into `stopped`.
    """
    found: list[Finding] = []
    try:
        found.extend(check(resource))
    except Exception as error:
        if "PYTEST_CURRENT_TEST" in os.environ:
            raise
        if isinstance(error, TimeoutError):
            stopped.add(rule)
        found.append(_crash(rule, resource, error))
    return found


def _crash(rule: Rule, resource: Resource, error: Exception) -> Finding:
    reason = " ".join(str(error).split())
    what = f"{type(error).__name__}: {reason}" if reason else type(error).__name__
    return Finding(
        rule=INTERNAL_ERROR.id,
        severity=INTERNAL_ERROR.severity,
        message=f"Rule `{rule.id}` failed on `{resource.address}` ({what})",
        span=resource.place or _NOWHERE,
        resource=resource.address,
        kind=resource.kind,
        framework=resource.framework,
    )


def _undecided(rule: Rule, resource: Resource, read: Value) -> Undecided:
    return Undecided(rule.id, read.place or resource.place or _NOWHERE, resource.address, decided_by(read))
