"""Alarms on what CloudTrail records: is somebody told when an event of some kind happens in the account?

That takes a filter that counts such events in the log of the trail, and an alarm on what the filter counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cloudlint.rule import Finding, Resource, Rule
from cloudlint.vocabulary.log_patterns import Event, Test, parse

FILTER = "aws_cloudwatch_log_metric_filter"
ALARM = "aws_cloudwatch_metric_alarm"
ACCOUNT = ("provider.aws", "aws_cloudtrail", FILTER)


def named(events: str, **always: str) -> tuple[Event, ...]:
    """Sample events from their names, separated by spaces, with what all of them hold."""
    return tuple({"eventName": name, **always} for name in events.split())


def unwatched(
    rule: Rule, anchor: Resource, events: Iterable[Event], others: Iterable[Event], what: str
) -> Iterator[Finding]:
    """A finding if no alarm fires at some of `events`; an alarm that fires at `others` as well is of no use.

    Shown once for all that is evaluated together: at the provider, which stands for the account, or else at the trail.
    """
    if anchor is not _shown_at(anchor):
        return
    tests = _alarming(anchor)
    if tests is None:
        return
    useful = [test for test in tests if not any(test(event) for event in others)]
    if not all(any(test(event) for test in useful) for event in events):
        yield rule.found(anchor, f"Nobody is told {what}")


def _shown_at(resource: Resource) -> Resource | None:
    graph = resource.graph
    if not graph.of("aws_cloudtrail") and not graph.of(FILTER):
        return None  # the account is watched from elsewhere
    return next((found for kind in ACCOUNT for found in graph.of(kind)[:1]), None)


def _alarming(resource: Resource) -> list[Test] | None:
    """The tests of all filters that have an alarm; None where one of them is not known."""
    tests = []
    for filtering in resource.graph.of(FILTER):
        alarmed = _has_alarm(filtering)
        pattern = filtering["pattern"]
        if alarmed is None or (alarmed and pattern.unknown):
            return None
        test = parse(pattern.text or "") if alarmed else None
        if test is not None:
            tests.append(test)
    return tests


def _has_alarm(filtering: Resource) -> bool | None:
    """Does an alarm look at what this filter counts? None: perhaps."""
    names = {filtering["name"].text, filtering["metric_transformation.name"].text} - {None}
    verdict: bool | None = False
    for alarm in filtering.graph.of(ALARM):
        for metric in (alarm["metric_name"], *alarm.each("metric_query.metric.metric_name")):
            if metric.text in names or any(target is filtering for target in metric.refers):
                return True
            if metric.unknown and not metric.refers:
                verdict = None
    return verdict
