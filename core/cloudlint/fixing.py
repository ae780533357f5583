"""Apply fixes: all edits of a fix or none, once or until settled, and try a fix before it is offered.

Everything here is pure: texts go in by path, texts come out. How texts are judged and parsed is given by the caller.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from .model import Edit, Finding, Fix
from .notices import IGNORE_UNUSED
from .typed import NamedTuple, TypeAlias

Texts: TypeAlias = Mapping[str, str]
Judge: TypeAlias = Callable[[Texts], Sequence[Finding]]
Problems: TypeAlias = Callable[[str, str], int]  # path and text -> how many syntax errors
Identity: TypeAlias = tuple[str, str, str]  # of a finding: rule, path, resource


class Applied(NamedTuple):
    """The texts after one pass, the fixes that are in them, and those that wait for the next pass."""

    texts: dict[str, str]
    applied: tuple[Fix, ...]
    waiting: tuple[Fix, ...]


class Refusal(NamedTuple):
    """A finding whose fix must not be offered, and why, as one sentence without a period."""

    finding: Finding
    reason: str


class Settled(NamedTuple):
    """The texts when nothing more is to be fixed.

    `fixed` are the findings whose fixes were applied, in that order, `remaining` what the judge says of the texts.
    `refused` are the wanted fixes that do not hold what they promise: bugs of their rules, mostly.
    """

    texts: dict[str, str]
    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    refused: tuple[Refusal, ...] = ()


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


def _order(fix: Fix) -> tuple[tuple[Edit, ...], str, int, tuple[Edit, ...]]:
    """By place; between fixes of the same edits, something that does not depend on how they came in."""
    return tuple(sorted(fix.edits)), fix.title, -fix.safety, fix.edits


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
    problems: Problems = lambda path, text: 0,
) -> Settled:
    """Apply the fixes of the wanted findings, pass by pass, until none is left that holds what it promises.

    Every pass is judged before it counts: its findings must be gone, no others have come, and no syntax error. Where
    something is wrong the pass is made smaller until the fix at fault stands alone, and that one is refused, until
    others have been applied: then it may hold. So there are fewer findings after every pass, and an end to it: fixes
    that undo each other are never both applied.
    """
    now: Texts = dict(texts)
    findings = tuple(judge(now))
    fixed: list[Finding] = []
    refused: dict[tuple[Identity, str], Refusal] = {}
    again = False  # has anything been applied since the first of them was refused?
    while True:
        asked = [item for item in findings if item.fix and wanted(item)]
        todo = [item for item in asked if _refusable(item) not in refused]
        layer = _layer(now, todo)
        if not layer and again:
            again = False
            for item in asked:
                refused.pop(_refusable(item), None)
            continue
        if not layer:
            unfit = [Refusal(finding, "its edits do not fit the text") for finding in todo]
            return Settled(dict(now), tuple(fixed), findings, (*refused.values(), *unfit))
        tried = _sound(now, layer, findings, judge, problems)
        refused.update((_refusable(refusal.finding), refusal) for refusal in tried.refused)
        if tried.layer:
            now, findings = tried.texts, tried.findings
            fixed += tried.layer
            again = bool(refused)


class _Tried(NamedTuple):
    """The part of a layer that is sound, the texts with it and what the judge says of them; what is refused."""

    layer: list[Finding]
    texts: Texts
    findings: tuple[Finding, ...]
    refused: list[Refusal]


def _sound(texts: Texts, layer: list[Finding], findings: Sequence[Finding], judge: Judge, problems: Problems) -> _Tried:
    """Try a layer, and ever smaller parts of it, until one is sound or one fix is at fault."""
    refused: list[Refusal] = []
    while layer:
        after = apply(texts, _fixes(layer)).texts
        trouble = _trouble(texts, after, layer, findings, judge, problems)
        if not trouble.reason:
            return _Tried(layer, after, trouble.findings, refused)
        if len(set(_fixes(layer))) > 1:
            layer = _smaller(layer, trouble)
            continue
        # One fix, of several findings perhaps: those that it does not end are not its findings.
        blamed = [finding for finding in layer if _identity(finding) in trouble.identities] or layer
        refused += [Refusal(finding, trouble.reason) for finding in blamed]
        layer = [finding for finding in layer if finding not in blamed]
    return _Tried([], texts, (), refused)


def _refusable(finding: Finding) -> tuple[Identity, str]:
    return _identity(finding), finding.message


def _layer(texts: Texts, findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be applied at once."""
    findings = list(findings)
    taken = set(apply(texts, _fixes(findings)).applied)
    return [finding for finding in findings if finding.fix in taken]


def _fixes(findings: Iterable[Finding]) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix is not None]


def _smaller(layer: list[Finding], trouble: _Trouble) -> list[Finding]:
    """A part of a pass that went wrong: without the fixes that seem to be at fault; else the first of them, or half.

    All that seem to be at fault are left out at once: where many are, trying again for each would take for ever.
    """
    blamed = {finding.fix for finding in layer if _identity(finding) in trouble.identities}
    if not blamed:
        resources = {resource for _, _, resource in trouble.identities}
        blamed = {finding.fix for finding in layer if finding.resource in resources}
    exactly = bool(blamed)
    if not blamed:
        blamed = {fix for fix in _fixes(layer) if any(edit.span.path == trouble.path for edit in fix.edits)}
    rest = [finding for finding in layer if finding.fix not in blamed]
    if rest and blamed:
        return rest
    fixes = sorted(set(_fixes(layer)), key=_order)
    part = set(fixes[: 1 if exactly else (len(fixes) + 1) // 2])
    return [finding for finding in layer if finding.fix in part]


# ------------------------------------------------------------------ trying before offering


def verify(texts: Texts, finding: Finding, findings: Sequence[Finding], judge: Judge, problems: Problems) -> str:
    """Why the fix of `finding` must not be offered; empty where it may.

    `findings` is what the judge says of `texts`. The finding must go, none of any rule may come, and no syntax error.
    """
    assert finding.fix is not None, "only a finding with a fix can be verified"
    outcome = apply(texts, [finding.fix])
    if not outcome.applied:
        return "its edits do not fit the text"
    return _trouble(texts, outcome.texts, [finding], findings, judge, problems).reason


def prove(texts: Texts, findings: Sequence[Finding], judge: Judge, problems: Problems) -> Proven:
    """The findings with only those fixes that may be offered.

    Fixes that do not touch are tried together, and halved where something is wrong: a sound file costs a judgement for
    every layer of fixes that overlap, not one a fix.
    """
    reasons: dict[Finding, str] = {}
    todo = [finding for finding in findings if finding.fix is not None]
    while todo:
        layer = _layer(texts, todo)
        if not layer:
            reasons.update(dict.fromkeys(todo, "its edits do not fit the text"))
            break
        _try(texts, layer, findings, judge, problems, reasons)
        taken = set(_fixes(layer))
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
    """Note why the fixes of a layer must not be offered, where they must not."""
    while layer:
        tried = _sound(texts, layer, findings, judge, problems)
        reasons.update((refusal.finding, refusal.reason) for refusal in tried.refused)
        done = {*tried.layer, *(refusal.finding for refusal in tried.refused)}
        layer = [finding for finding in layer if finding not in done]


class _Trouble(NamedTuple):
    """What is wrong with fixed texts: a reason (empty where all is well), whose fault it may be, what was found.

    `identities` are those of all findings that should not be there; reason and `path` are of the first of them.
    """

    reason: str
    identities: frozenset[Identity] = frozenset()
    path: str = ""
    findings: tuple[Finding, ...] = ()


def _trouble(
    before: Texts,
    after: Texts,
    fixed: Iterable[Finding],
    findings: Iterable[Finding],
    judge: Judge,
    problems: Problems,
) -> _Trouble:
    """What is wrong with `after`, in which `fixed` should be gone and nothing new be found."""
    for path, text in after.items():
        if text != before[path] and problems(path, text) > problems(path, before[path]):
            return _Trouble("it breaks the syntax", path=path)
    allowed = Counter(_identity(finding) for finding in findings)
    gone = {_identity(finding) for finding in fixed}
    allowed.subtract(_identity(finding) for finding in dict.fromkeys(fixed))
    found = tuple(judge(after))
    wrong: dict[Identity, Finding] = {}
    for finding in found:
        key = _identity(finding)
        allowed[key] -= 1
        if allowed[key] < 0 and (key in gone or finding.rule != IGNORE_UNUSED.id):  # what is mended need not be ignored
            wrong.setdefault(key, finding)
    if not wrong:
        return _Trouble("", findings=found)
    key, finding = next(iter(wrong.items()))
    what = "the finding stays" if key in gone else f"it brings {finding.rule}: {finding.message}"
    return _Trouble(what, frozenset(wrong), finding.span.path)


def _identity(finding: Finding) -> Identity:
    """What makes a finding the same one in another text, where offsets and values have moved."""
    return finding.rule, finding.span.path, finding.resource
