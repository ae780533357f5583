"""What judging does with findings, unknown values, repeated blocks and crashing rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from cloudlint.linting import Judgement, judge
from cloudlint.model import Finding, Span, Undecided
from cloudlint.resource import KNOWN, UNKNOWN, Graph, Resource, Value
from cloudlint.rule import HIGH, Rule

HEADER = Span("/repo/main.tf", 0, 10)


def graph_of(*resources: tuple[str, dict[str, Value]], framework: str = "terraform", span: Span = HEADER) -> Graph:
    """A graph with resources of (label, attributes), all of kind `thing`, one below the other."""
    graph = Graph()
    for number, (label, attributes) in enumerate(resources):
        place = span._replace(start=span.start + 100 * number, end=span.end + 100 * number)
        body = Value(KNOWN, attributes, place)
        graph.add(Resource("thing", label, f"thing.{label}", framework, body, graph))
    return graph


def known(data: str | bool) -> Value:
    return Value(KNOWN, data, Span("/repo/main.tf", 20, 30), name="open")


UNSURE = Value(UNKNOWN, None, Span("/repo/main.tf", 40, 50), name="open")


def rule_of(
    check: Callable[[Rule, Resource], Iterator[Finding]], *, id: str = "open", frameworks: tuple[str, ...] = ()
) -> Rule:
    """A rule whose one check for `thing` is the function given."""
    rule = Rule(id, "A thing is open.", severity=HIGH, cvss="")
    rule.on("thing", frameworks=frameworks)(lambda resource: check(rule, resource))
    return rule


def is_open(rule: Rule, thing: Resource) -> Iterator[Finding]:
    if thing["open"].equals(True):
        yield rule.found(thing["open"], "It is open")


def is_thing(rule: Rule, thing: Resource) -> Iterator[Finding]:
    yield rule.found(thing, f"{thing} is a thing")


def crashes(rule: Rule, thing: Resource) -> Iterator[Finding]:
    raise ValueError("no such\nluck")
    yield


def recurses(rule: Rule, thing: Resource) -> Iterator[Finding]:
    yield from recurses(rule, thing)


def is_interrupted(rule: Rule, thing: Resource) -> Iterator[Finding]:
    raise KeyboardInterrupt
    yield


def places(judgement: Judgement) -> list[tuple[str, int]]:
    return [(finding.rule, finding.span.start) for finding in judgement.findings]


@pytest.mark.parametrize(
    ("value", "findings", "undecided"),
    [
        (known(True), 1, 0),
        (known(False), 0, 0),
        (UNSURE, 0, 1),
    ],
)
def test_a_value_is_bad_good_or_unknown(value: Value, findings: int, undecided: int) -> None:
    judgement = judge(graph_of(("a", {"open": value})), [rule_of(is_open)])
    assert (len(judgement.findings), len(judgement.undecided), judgement.checks) == (findings, undecided, 1)


def test_undecided_names_rule_place_and_resource() -> None:
    judgement = judge(graph_of(("a", {"open": UNSURE})), [rule_of(is_open)])
    assert judgement.undecided == (Undecided("open", Span("/repo/main.tf", 40, 50), "thing.a"),)


def test_an_unknown_value_that_one_check_read_is_not_held_against_the_next() -> None:
    def reads_nothing(rule: Rule, thing: Resource) -> Iterator[Finding]:
        return iter(())

    rules = [rule_of(is_open, id="reads"), rule_of(reads_nothing, id="reads-not")]
    assert [it.rule for it in judge(graph_of(("a", {"open": UNSURE})), rules).undecided] == ["reads"]


def test_findings_come_by_place_and_then_by_rule() -> None:
    graph = graph_of(("a", {}), ("b", {}))
    rules = [rule_of(is_thing, id="z"), rule_of(is_thing, id="a")]
    assert places(judge(graph, rules)) == [("a", 0), ("z", 0), ("a", 100), ("z", 100)]


def test_instances_of_one_block_that_fail_alike_are_one_finding() -> None:
    graph = graph_of(("a", {}))
    graph.add(Resource("thing", "a", "thing.a[1]", "terraform", Value(KNOWN, {}, HEADER), graph))
    judgement = judge(graph, [rule_of(is_thing)])
    assert places(judgement) == [("open", 0)]
    assert judgement.findings[0].resource == "thing.a"
    assert judgement.checks == 2


@pytest.mark.parametrize(("framework", "checks"), [("terraform", 0), ("cloudformation", 1)])
def test_a_check_for_one_framework_leaves_the_others_alone(framework: str, checks: int) -> None:
    rule = rule_of(is_thing, frameworks=("cloudformation",))
    assert judge(graph_of(("a", {}), framework=framework), [rule]).checks == checks


def test_other_kinds_are_left_alone() -> None:
    graph = Graph()
    graph.add(Resource("other", "a", "other.a", "terraform", Value(KNOWN, {}, HEADER), graph))
    assert judge(graph, [rule_of(is_thing)]) == Judgement((), (), 0)


def test_a_crash_is_a_finding_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    judgement = judge(graph_of(("a", {}), ("b", {})), [rule_of(crashes, id="crashes"), rule_of(is_thing, id="thing")])
    assert places(judgement) == [("internal-error", 0), ("thing", 0), ("internal-error", 100), ("thing", 100)]
    crash = judgement.findings[0]
    assert crash.message == "Rule `crashes` failed on `thing.a` (ValueError: no such luck)"
    assert (crash.resource, crash.kind, crash.framework) == ("thing.a", "thing", "terraform")


def test_endless_recursion_is_a_crash_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    assert places(judge(graph_of(("a", {})), [rule_of(recurses)])) == [("internal-error", 0)]


def test_under_pytest_a_crash_is_seen() -> None:
    with pytest.raises(ValueError, match="luck"):
        judge(graph_of(("a", {})), [rule_of(crashes)])


def test_an_interrupt_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    with pytest.raises(KeyboardInterrupt):
        judge(graph_of(("a", {})), [rule_of(is_interrupted)])
