"""Trying: what is found when other texts stand in the files, told without judging what that cannot change.

Fixes are tried together, then in ever smaller parts. No edit in one group of files changes what is found in another
(`Outcome.groups`): a group is judged when its texts are others than before, and once for each state of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .fixing import Texts
from .model import Finding
from .outcome import Outcome, place_of
from .typed import TypeAlias

State: TypeAlias = tuple[tuple[str, str], ...]  # the changed files of a group, with their texts


class Trials:
    """Judges texts by their differences from those that stand in the files, where `before` is found.

    `judge` is asked for files and the texts that are different; `problems` counts the syntax errors of a text. What
    either says is remembered.
    """

    def __init__(
        self, before: Outcome, judge: Callable[[Iterable[str], Texts], Outcome], problems: Callable[[str, str], int]
    ) -> None:
        self.texts: Texts = {path: document.text for path, document in before.documents.items()}
        self._judge = judge
        self._count = problems
        self._counted: dict[tuple[str, str], int] = {}
        groups = before.groups or (tuple(self.texts),)
        self._group_of = {path: number for number, group in enumerate(groups) for path in group}
        targets = dict.fromkeys(before.targets)  # of a group without one it is not known which of them concern it
        self._targets = [[path for path in group if path in targets] or list(targets) for group in groups]
        self._elsewhere = [finding for finding in before.findings if finding.span.path not in self._group_of]
        self._found: dict[tuple[int, State], list[Finding]] = {(number, ()): [] for number in range(len(groups))}
        self._sort(before.findings, dict.fromkeys(range(len(groups)), ()))

    def findings(self, texts: Texts) -> Sequence[Finding]:
        """What is found when these texts stand in the files, by place."""
        changed = {path: text for path, text in texts.items() if text != self.texts[path]}
        states: dict[int, State] = {}
        for path, text in changed.items():
            number = self._group_of[path]
            states[number] = (*states.get(number, ()), (path, text))
        new = {number: state for number, state in states.items() if (number, state) not in self._found}
        come: list[Finding] = []
        if new:
            asked = [path for number in new for path in self._targets[number]]
            found = self._judge(asked, {path: text for state in new.values() for path, text in state}).findings
            self._found.update({key: [] for key in new.items()})
            self._sort(found, new)
            come = [it for it in found if it.span.path not in self._group_of and it not in self._elsewhere]
        count = len(self._targets)
        parts = (self._found[number, states.get(number, ())] for number in range(count))
        return sorted([*self._elsewhere, *come, *(it for part in parts for it in part)], key=place_of)

    def problems(self, path: str, text: str) -> int:
        """How many syntax errors a text has."""
        if (path, text) not in self._counted:
            self._counted[path, text] = self._count(path, text)
        return self._counted[path, text]

    def _sort(self, findings: Iterable[Finding], states: dict[int, State]) -> None:
        """Note what is found in the groups that have been judged in these states."""
        for finding in findings:
            number = self._group_of.get(finding.span.path)
            if number is not None and number in states:
                self._found[number, states[number]].append(finding)
