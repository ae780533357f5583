"""Mending: fixes tried and applied on a repository, in memory; nothing is written here.

What `fixing` does with texts and a judge, with the judge that `running` is: a fix is tried in the context of the module
and of its callers, over unsaved text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from .catalog import Catalog
from .config import Accept, Settings
from .effort import NONE, Effort
from .fixing import Settled, Texts, prove, settle, verify
from .languages import readable, syntax_problems
from .memory import Memory
from .model import LOW, Finding
from .outcome import Outcome
from .running import run
from .suppressing.writing import Draft, drafts
from .trying import Trials
from .workspace import absolute


class Bench:
    """A place to try fixes: settings, unsaved text, and a memory of its own."""

    def __init__(
        self,
        settings: Settings,
        overlay: Mapping[str, str],
        *,
        catalog: Catalog | None = None,
        roots: Sequence[str] = (),
        memory: Memory | None = None,
        checkpoint: Callable[[str], None] | None = None,
        effort: Effort = NONE,
    ) -> None:
        self._settings = settings
        self._overlay = {absolute(path): text for path, text in overlay.items()}
        self._catalog = catalog or Catalog()
        self._roots = roots
        self._memory = memory.fork() if memory is not None else Memory()
        self._checkpoint = checkpoint
        self._effort = effort
        self._judged: set[str] = set()  # files that were there

    def judge(self, paths: Iterable[str], texts: Texts | None = None) -> Outcome:
        """What a run says of the paths when these texts stood in the files."""
        return self._run(paths, self._settings, texts or {}, False)

    def refusal(self, finding: Finding) -> str:
        """Why the fix of a finding must not be offered, as a sentence without period; empty where it may."""
        assert finding.fix is not None, "only a finding with a fix can be tried"
        paths = list(dict.fromkeys([finding.span.path, *(edit.span.path for edit in finding.fix.edits)]))
        before = self._everything(paths, {})
        trials = Trials(before, self._everything, syntax_problems)
        return verify(trials.texts, finding, before.findings, trials.findings, trials.problems)

    def settled(self, paths: Iterable[str], wanted: Callable[[Finding], bool]) -> tuple[Settled, dict[str, str]]:
        """The paths with all wanted fixes that hold what they promise, and the texts that this changes, by path.

        Wanted are only findings that a run over the paths reports; what such a run says in the end is `remaining`.
        """
        before = self._everything(paths, {})
        trials = Trials(before, self._everything, syntax_problems)
        texts = trials.texts
        reported = self._reported(before.targets)
        doubted: frozenset[str] = frozenset()
        while True:
            careful = _careful(doubted, trials.problems)
            settled = settle(texts, trials.findings, lambda finding: reported(finding) and wanted(finding), careful)
            changed = {path: text for path, text in settled.texts.items() if text != texts[path]}
            refuted = {path for path in changed if path not in doubted and _refuted(path, texts[path], changed[path])}
            if not refuted:
                remaining = self.judge(before.targets, changed).findings
                return settled._replace(remaining=remaining), changed
            doubted |= refuted

    def proven(self, outcome: Outcome, whole: Outcome | None = None) -> Outcome:
        """The outcome of a run with only those fixes that may be offered.

        Where nothing was kept of the run, nothing is kept here: the same parts are judged in the same way. `whole` is
        what the run said before findings were left out that are known, say.
        """
        offered = {finding for finding in outcome.findings if finding.fix is not None}
        if not offered:
            return outcome
        self._judged.update(outcome.targets)
        if not outcome.graphs:
            self._effort = self._effort._replace(keeps=0)
        whole = whole or outcome
        refused = self._remembered(outcome, whole, offered) if outcome.prints else None
        if refused is None:
            refused = self._refused(whole, _groups(outcome, offered), offered)
        findings = (item._replace(fix=None) if item in refused else item for item in outcome.findings)
        return outcome._replace(findings=tuple(findings))

    def _remembered(self, outcome: Outcome, whole: Outcome, offered: Collection[Finding]) -> set[Finding] | None:
        """The same as `_refused`, with what an earlier run has found out; None where nothing is kept."""
        from .refusals import name_of, refusals  # only for large folders

        kept = refusals(outcome.roots, self._settings)
        if kept is None:
            return None
        refused: set[Finding] = set()
        new: dict[str, list[Finding]] = {}
        left = []
        for number, group in _groups(outcome, offered).items():
            mine = [finding for finding in outcome.findings if finding in offered and finding.span.path in group]
            name = name_of(outcome.prints[number], self._settings.today, mine)
            numbers = kept.found(name) if name else None
            if numbers is None:
                new[name] = mine
                left.append(number)
            else:
                refused.update(mine[at] for at in numbers if 0 <= at < len(mine))
        if left:
            refused |= self._refused(whole, left, offered)
        for name, mine in new.items():
            if name:
                kept.keep(name, [at for at, finding in enumerate(mine) if finding in refused])
        kept.write()
        return refused

    def _refused(self, whole: Outcome, numbers: Iterable[int], offered: Collection[Finding]) -> set[Finding]:
        """Those of the offered findings in these groups whose fixes do not hold what they promise."""
        before = self._before(whole, list(numbers))
        trials = Trials(before, self._everything, syntax_problems)
        asked = [finding if finding in offered else finding._replace(fix=None) for finding in before.findings]
        proven = prove(trials.texts, asked, trials.findings, trials.problems)
        return {refusal.finding for refusal in proven.refused}

    def _before(self, whole: Outcome, numbers: Sequence[int]) -> Outcome:
        """What is found in some groups before anything is tried: what the run has said, where that is everything."""
        groups = whole.groups or (whole.targets,)
        targets = frozenset(whole.targets)
        files = [path for number in numbers for path in groups[number]]
        told = not whole.graphs and bool(whole.groups) and not self._settings.select and self._settings.severity == LOW
        if not told or not targets.issuperset(files):
            return self._everything([path for path in files if path in targets], {})
        inside = frozenset(files)
        return whole._replace(
            findings=tuple(finding for finding in whole.findings if finding.span.path in inside),
            documents={path: whole.documents[path] for path in files},
            targets=tuple(files),
            groups=tuple(groups[number] for number in numbers),
        )

    def ignoring(self, finding: Finding, until: str = "") -> Draft | None:
        """A comment that ignores a finding, until a day if one is given, and does nothing else; None if none can."""
        path = finding.span.path
        before = self.judge([path])
        document = before.documents.get(path)
        for draft in drafts(document, finding, until) if document is not None else ():
            edit = draft.reasoned("tried")
            text = document.text[: edit.span.start] + edit.text + document.text[edit.span.end :] if document else ""
            if syntax_problems(path, text) > syntax_problems(path, document.text if document else ""):
                continue
            if _only_gone(finding, before, self.judge([path], {path: text})):
                return draft
        return None

    def accepting(self, finding: Finding, accept: Accept) -> bool:
        """Would these settings, with one acceptance more, accept the finding?"""
        paths = [finding.span.path]
        settings = self._settings._replace(accept=(*self._settings.accept, accept))
        return _only_gone(finding, self.judge(paths), self._run(paths, settings, {}, False))

    def _reported(self, targets: Iterable[str]) -> Callable[[Finding], bool]:
        """Does a run over these files report a finding?"""
        named = frozenset(targets)
        selection = self._catalog.selection(self._settings.select, self._settings.ignore)
        on = frozenset(self._catalog.defaults)

        def reported(finding: Finding) -> bool:
            places = (finding.span, *(related.span for related in finding.related))
            return (
                finding.severity >= self._settings.severity
                and selection.wants(finding.rule, finding.rule in on)
                and any(place.path in named for place in places)
            )

        return reported

    def _everything(self, paths: Iterable[str], texts: Texts) -> Outcome:
        """What may not get worse: findings of all rules that are on, of any severity, wherever they stand."""
        select = self._settings.select
        return self._run(
            paths, self._settings._replace(select=(*select, *self._catalog.defaults) if select else ()), texts, True
        )

    def _run(self, paths: Iterable[str], settings: Settings, texts: Texts, everything: bool) -> Outcome:
        outcome = run(
            paths,
            settings,
            overlay={**self._overlay, **texts},
            catalog=self._catalog,
            roots=self._roots,
            memory=self._memory,
            checkpoint=self._checkpoint,
            everything=everything,
            passing=self._judged,
            effort=self._effort,
        )
        self._judged.update(outcome.targets)
        return outcome


def _groups(outcome: Outcome, offered: Iterable[Finding]) -> dict[int, frozenset[str]]:
    """The groups that hold one of the findings, by number; where groups are not known all is one."""
    places = {finding.span.path for finding in offered}
    groups = map(frozenset, outcome.groups or (outcome.targets,))
    return {number: group for number, group in enumerate(groups) if not group.isdisjoint(places)}


def _only_gone(finding: Finding, before: Outcome, after: Outcome) -> bool:
    """Is there less of a finding, and more of nothing?"""
    had, has = (
        Counter((it.rule, it.span.path, it.resource, it.message) for it in out.findings) for out in (before, after)
    )
    key = (finding.rule, finding.span.path, finding.resource, finding.message)
    return has[key] < had[key] and not has - had


def _careful(doubted: frozenset[str], problems: Callable[[str, str], int]) -> Callable[[str, str], int]:
    """Counts syntax errors; in the `doubted` files also what only the independent parser refuses."""

    def with_doubts(path: str, text: str) -> int:
        return problems(path, text) + (path in doubted and not readable(path, text))

    return with_doubts


def _refuted(path: str, before: str, after: str) -> bool:
    """Can an independent parser no longer read a file? Of what it could not read before it is no judge."""
    return not readable(path, after) and readable(path, before)


def prepare() -> None:
    """Load what refuting takes: up to two seconds the first time, for those who would rather wait before they ask."""
    readable("main.tf", "")
