"""Mending: fixes tried and applied on a repository, in memory; nothing is written here.

What `fixing` does with texts and a judge, with the judge that `running` is: a fix is tried in the context of the module
and of its callers, over unsaved text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from . import languages
from .catalog import Catalog
from .config import Settings
from .fixing import Settled, prove, settle, verify
from .memory import Memory
from .model import Finding
from .running import Outcome, run
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
    ) -> None:
        self._settings = settings
        self._overlay = {absolute(path): text for path, text in overlay.items()}
        self._catalog = catalog or Catalog()
        self._roots = roots
        self._memory = memory.fork() if memory is not None else Memory()
        self._checkpoint = checkpoint

    def judge(self, paths: Iterable[str], texts: Mapping[str, str] | None = None) -> Outcome:
        """What a run says of the paths when these texts stood in the files."""
        return run(
            paths,
            self._settings,
            overlay={**self._overlay, **(texts or {})},
            catalog=self._catalog,
            roots=self._roots,
            memory=self._memory,
            checkpoint=self._checkpoint,
        )

    def refusal(self, finding: Finding) -> str:
        """Why the fix of a finding must not be offered, as a sentence without period; empty where it may."""
        assert finding.fix is not None, "only a finding with a fix can be tried"
        paths = {finding.span.path: None, **{edit.span.path: None for edit in finding.fix.edits}}
        before = self.judge(paths)
        texts = {path: before.documents[path].text for path in paths if path in before.documents}
        return verify(texts, finding, before.findings, self._judgement(paths, texts), problems)

    def settled(self, paths: Iterable[str], wanted: Callable[[Finding], bool]) -> tuple[Settled, dict[str, str]]:
        """The paths with all wanted fixes that hold what they promise, and the texts that this changes, by path."""
        paths = list(paths)
        before = self.judge(paths)
        texts = {path: document.text for path, document in before.documents.items()}
        judge = self._judgement(paths, texts)
        asked = [finding if wanted(finding) else finding._replace(fix=None) for finding in before.findings]
        refused = {_key(refusal.finding) for refusal in prove(texts, asked, judge, problems).refused}
        settled = settle(
            texts, judge, lambda finding: wanted(finding) and _key(finding) not in refused, problems=problems
        )
        return settled, {path: text for path, text in settled.texts.items() if text != texts[path]}

    def _judgement(
        self, paths: Iterable[str], texts: Mapping[str, str]
    ) -> Callable[[Mapping[str, str]], Sequence[Finding]]:
        def judge(now: Mapping[str, str]) -> Sequence[Finding]:
            return self.judge(paths, {path: text for path, text in now.items() if text != texts[path]}).findings

        return judge


def problems(path: str, text: str) -> int:
    """How many syntax errors a text has, as the file at `path`."""
    language = languages.language_of(path)
    if language is None:
        return 0
    return len(languages.analyse_text(text, language, path.rpartition("/")[2]).notices)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.span.path, finding.resource
