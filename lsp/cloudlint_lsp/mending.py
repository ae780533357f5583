"""Mending for an editor: the edits of one fix or of many, tried in memory before they are handed out. On the worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from cloudlint.model import SAFE, UNSAFE, Finding, Safety

from .baselines import Known, known_by
from .editing import Replacement
from .judging import Judge, Verdict


class Refused(Exception):
    """The edit asked for is not handed out; the message is a sentence for the user."""


class Mended(NamedTuple):
    """Replacements by path, in order; the least safe fix among them; how many findings go; files that are made."""

    changes: Mapping[str, tuple[Replacement, ...]]
    safety: Safety
    fixed: int = 1
    created: tuple[str, ...] = ()

    @property
    def ask(self) -> bool:
        """Is the user to be asked first?"""
        return self.safety is not SAFE or len(self.changes) > 1


def one(judge: Judge, verdict: Verdict, finding: Finding, checkpoint: Callable[[str], None]) -> Mended:
    """The fix of one finding of the verdict; raises Refused."""
    assert finding.fix is not None, "only a finding with a fix can be mended"
    bench = judge.bench(verdict.snapshot, finding.span.path, checkpoint)
    reason = bench.refusal(finding)
    if reason:
        raise Refused(f"the fix for {finding.rule} is not offered: {reason}")
    changes: dict[str, list[Replacement]] = {}
    for edit in sorted(dict.fromkeys(finding.fix.edits)):
        changes.setdefault(edit.span.path, []).append(Replacement(edit.span.start, edit.span.end, edit.text))
    return Mended({path: tuple(made) for path, made in changes.items()}, finding.fix.safety)


def many(
    judge: Judge,
    verdict: Verdict,
    paths: Iterable[str],
    wanted: Callable[[Finding], bool],
    checkpoint: Callable[[str], None],
) -> Mended:
    """All fixes of the wanted findings of files, pass by pass; raises Refused where there is nothing to do.

    What a baseline knows is not shown, and so left alone.
    """
    paths = list(paths)
    changed: dict[str, tuple[Replacement, ...]] = {}
    fixed: list[Finding] = []
    by_settings: dict[object, list[str]] = {}
    for path in paths:
        by_settings.setdefault(judge.settings(path, verdict.snapshot), []).append(path)
    for group in by_settings.values():
        bench = judge.bench(verdict.snapshot, group[0], checkpoint)
        outcome = bench.judge(group)
        hidden = judge.baselines.hidden(outcome, judge.settings(group[0], verdict.snapshot))
        settled, texts = bench.settled(group, _shown(wanted, hidden))
        fixed += settled.fixed
        before = outcome.documents
        for path, text in texts.items():
            if path not in changed:
                changed[path] = replacements(before[path].text, text)
    if not fixed:
        raise Refused("nothing is left to fix")
    safety = min((finding.fix.safety for finding in fixed if finding.fix), default=SAFE)
    return Mended(changed, safety, len(fixed))


def _shown(wanted: Callable[[Finding], bool], hidden: frozenset[Known]) -> Callable[[Finding], bool]:
    return lambda finding: wanted(finding) and known_by(finding) not in hidden


def is_safe(finding: Finding) -> bool:
    """May the fix be applied without asking?"""
    return finding.fix is not None and finding.fix.safety is SAFE


def is_of(rule: str) -> Callable[[Finding], bool]:
    """Is it a finding of this rule, with a fix that needs nobody's knowledge?"""
    return lambda finding: finding.rule == rule and finding.fix is not None and finding.fix.safety >= UNSAFE


def replacements(old: str, new: str) -> tuple[Replacement, ...]:
    """What makes `new` of `old`, line by line, and within lines what begins and ends alike left alone."""
    before, after = _lines(old), _lines(new)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    found: list[Replacement] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if end - start == new_end - new_start:  # line by line, so that what stays in a line is left alone
            found += [
                _narrowed(starts[start + n], before[start + n], after[new_start + n])
                for n in range(end - start)
                if before[start + n] != after[new_start + n]
            ]
        else:
            found.append(Replacement(starts[start], starts[end], "".join(after[new_start:new_end])))
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _narrowed(at: int, old: str, new: str) -> Replacement:
    """What begins and ends alike is left alone, line ends in any case."""
    most = min(len(old), len(new))
    head = next((count for count in range(most) if old[count] != new[count]), most)
    most -= head
    tail = next((count for count in range(most) if old[-1 - count] != new[-1 - count]), most)
    return Replacement(at + head, at + len(old) - tail, new[head : len(new) - tail])
