"""Apply fixes: all edits of a fix or none, once or until settled, and try a fix before it is offered.

Everything here is pure: texts go in by path, texts come out. How texts are judged and parsed is given by the caller.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from .model import Edit, Finding, Fix

Texts: TypeAlias = Mapping[str, str]
Judge: TypeAlias = Callable[[Texts], Sequence[Finding]]
Problems: TypeAlias = Callable[[str, str], int]  # path and text -> how many syntax errors


class Applied(NamedTuple):
    """The texts after one pass, the fixes that are in them, and those that wait for the next pass."""

    texts: dict[str, str]
    applied: tuple[Fix, ...]
    waiting: tuple[Fix, ...]


class Settled(NamedTuple):
    """The texts when nothing more is to be fixed.

    `fixed` are the findings whose fixes were applied, `remaining` what the judge says of the texts. `unsettled` names
    the rules whose fixes never came to rest, `broken` those whose fixes would have broken the syntax: bugs both.
    """

    texts: dict[str, str]
    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    unsettled: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


class Refusal(NamedTuple):
    """A finding whose fix must not be offered, and why, as one sentence without a period."""

    finding: Finding
    reason: str


class Proven(NamedTuple):
    """The findings in their order, without the fixes that were refused."""

    findings: tuple[Finding, ...]
    refused: tuple[Refusal, ...]


# ------------------------------------------------------------------ one pass


def apply(texts: Texts, fixes: Iterable[Fix]) -> Applied:
    """Apply what can be applied at once, from the start of the texts on.

    A fix waits where one of its edits overlaps or touches an accepted one, unless the two are identical. The order of
    `fixes` makes no difference.
    """
    accepted: dict[str, list[tuple[int, int, int, str]]] = {}
    applied: list[Fix] = []
    waiting: list[Fix] = []
    for fix in sorted(dict.fromkeys(fixes), key=_order):
        edits = _fitting(texts, accepted, fix)
        if edits is None:
            waiting.append(fix)
            continue
        applied.append(fix)
        for number, (span, text) in enumerate(edits):
            insort(accepted.setdefault(span.path, []), (span.start, span.end, number, text))
    changed = {path: _edited(texts[path], edits) for path, edits in accepted.items()}
    return Applied({**texts, **changed}, tuple(applied), tuple(waiting))


def _order(fix: Fix) -> tuple[tuple[Edit, ...], str, int]:
    return tuple(sorted(fix.edits)), fix.title, -fix.safety


def _fitting(texts: Texts, accepted: Mapping[str, list[tuple[int, int, int, str]]], fix: Fix) -> list[Edit] | None:
    """The edits that the fix adds to those accepted, in order; None where it must wait."""
    edits = sorted(dict.fromkeys(fix.edits), key=lambda edit: (edit.span.path, edit.span.start, edit.span.end))
    added: list[Edit] = []
    for number, edit in enumerate(edits):
        span = edit.span
        if not 0 <= span.start <= span.end <= len(texts.get(span.path, "")) or span.path not in texts:
            return None
        before = edits[number - 1].span if number else None
        if before is not None and before.path == span.path and before.end > span.start:
            return None  # a fix at odds with itself
        near = _touching(accepted.get(span.path, []), edit)
        if not near:
            added.append(edit)
        elif any((start, end, text) != (span.start, span.end, edit.text) for start, end, _, text in near):
            return None
    return added


def _touching(taken: list[tuple[int, int, int, str]], edit: Edit) -> list[tuple[int, int, int, str]]:
    """The accepted edits that overlap or touch this one; they are in order and none overlaps another."""
    start, end = edit.span.start, edit.span.end
    index = bisect_left(taken, (start,))
    while index > 0 and taken[index - 1][1] >= start:
        index -= 1
    found = []
    while index < len(taken) and taken[index][0] <= end:
        found.append(taken[index])
        index += 1
    return found


def _edited(text: str, edits: Iterable[tuple[int, int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, _, new in edits:
        parts += (text[at:start], new)
        at = end
    return "".join([*parts, text[at:]])


# ------------------------------------------------------------------ until settled


def settle(
    texts: Texts,
    judge: Judge,
    wanted: Callable[[Finding], bool] = lambda finding: True,
    *,
    problems: Problems | None = None,
    passes: int = 10,
) -> Settled:
    """Apply the fixes of the wanted findings until none is left.

    Gives up after `passes` passes in a row that leave as many findings as there were before. `problems` counts the
    syntax errors of a text: a fix that adds one is thrown away.
    """
    now = dict(texts)
    fixed: list[Finding] = []
    broken: dict[str, None] = {}
    thrown: set[Fix] = set()
    fewest, stalled = -1, 0
    while True:
        findings = tuple(judge(now))
        todo = [finding for finding in findings if finding.fix and finding.fix not in thrown and wanted(finding)]
        stalled = 0 if fewest < 0 or len(todo) < fewest else stalled + 1
        fewest = len(todo) if fewest < 0 else min(fewest, len(todo))
        if not todo or stalled >= passes:
            return Settled(now, tuple(fixed), findings, _rules(todo), tuple(broken))
        outcome, bad = _sound(now, [finding.fix for finding in todo if finding.fix], problems)
        thrown.update(bad)
        broken.update(dict.fromkeys(_rules(finding for finding in todo if finding.fix in thrown)))
        if not outcome.applied and not bad:
            return Settled(now, tuple(fixed), findings, _rules(todo), tuple(broken))
        now = outcome.texts
        taken = set(outcome.applied)
        fixed += [finding for finding in todo if finding.fix in taken]


def _rules(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(sorted({finding.rule for finding in findings}))


def _sound(texts: Texts, fixes: Sequence[Fix], problems: Problems | None) -> tuple[Applied, list[Fix]]:
    """One pass without the fixes that break the syntax, and those."""
    outcome = apply(texts, fixes)
    if problems is None or not _breaks(texts, outcome.texts, problems):
        return outcome, []
    bad = [fix for fix in outcome.applied if _breaks(texts, apply(texts, [fix]).texts, problems)]
    good = [fix for fix in outcome.applied if fix not in bad]
    outcome = apply(texts, good)
    if _breaks(texts, outcome.texts, problems):  # each is well alone, not all together
        outcome = apply(texts, good[:1])
    return outcome, bad


def _breaks(before: Texts, after: Texts, problems: Problems) -> bool:
    return any(
        problems(path, text) > problems(path, before[path]) for path, text in after.items() if text != before[path]
    )


# ------------------------------------------------------------------ trying before offering


def verify(texts: Texts, finding: Finding, findings: Sequence[Finding], judge: Judge, problems: Problems) -> str:
    """Why the fix of `finding` must not be offered; empty where it may.

    `findings` is what the judge says of `texts`. The finding must go, none of any rule may come, and no syntax error.
    """
    assert finding.fix is not None, "only a finding with a fix can be verified"
    outcome = apply(texts, [finding.fix])
    if not outcome.applied:
        return "its edits do not fit the text"
    return _trouble(texts, outcome.texts, [finding], findings, judge, problems)


def prove(texts: Texts, findings: Sequence[Finding], judge: Judge, problems: Problems) -> Proven:
    """The findings with only those fixes that may be offered.

    Fixes that do not touch are tried together, and halved where something is wrong: a sound file costs a judgement for
    every layer of fixes that overlap, not one a fix.
    """
    reasons: dict[Finding, str] = {}
    todo = [finding for finding in findings if finding.fix is not None]
    while todo:
        outcome = apply(texts, [finding.fix for finding in todo if finding.fix])
        taken = set(outcome.applied)
        layer = [finding for finding in todo if finding.fix in taken]
        if not layer:
            reasons.update(dict.fromkeys(todo, "its edits do not fit the text"))
            break
        _try(texts, layer, findings, judge, problems, reasons)
        todo = [finding for finding in todo if finding.fix not in taken]
    return Proven(
        tuple(finding._replace(fix=None) if finding in reasons else finding for finding in findings),
        tuple(Refusal(finding, reasons[finding]) for finding in findings if finding in reasons),
    )


def _try(
    texts: Texts,
    layer: list[Finding],
    findings: Sequence[Finding],
    judge: Judge,
    problems: Problems,
    reasons: dict[Finding, str],
) -> None:
    outcome = apply(texts, [finding.fix for finding in layer if finding.fix])
    trouble = _trouble(texts, outcome.texts, layer, findings, judge, problems)
    if not trouble:
        return
    if len(layer) == 1:
        reasons[layer[0]] = trouble
        return
    middle = len(layer) // 2
    _try(texts, layer[:middle], findings, judge, problems, reasons)
    _try(texts, layer[middle:], findings, judge, problems, reasons)


def _trouble(
    before: Texts,
    after: Texts,
    fixed: Iterable[Finding],
    findings: Iterable[Finding],
    judge: Judge,
    problems: Problems,
) -> str:
    """What is wrong with `after`, in which `fixed` should be gone and nothing new be found; empty where all is well."""
    if _breaks(before, after, problems):
        return "it breaks the syntax"
    allowed = Counter(_identity(finding) for finding in findings)
    gone = {_identity(finding) for finding in fixed}
    allowed.subtract(_identity(finding) for finding in dict.fromkeys(fixed))
    for finding in judge(after):
        key = _identity(finding)
        allowed[key] -= 1
        if allowed[key] < 0:
            return "the finding stays" if key in gone else f"it brings {finding.rule}: {finding.message}"
    return ""


def _identity(finding: Finding) -> tuple[str, str, str]:
    """What makes a finding the same one in another text, where offsets and values have moved."""
    return finding.rule, finding.span.path, finding.resource
