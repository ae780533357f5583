"""Judging for an editor: a snapshot in, what is to be shown of every file out. On the worker thread, one at a time.

Every file is judged with the settings nearest to it, in the context that the command line would judge it in.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cloudlint.baseline import BaselineError
from cloudlint.catalog import Catalog
from cloudlint.config import Settings, SettingsError
from cloudlint.documentation import parse
from cloudlint.effort import NONE, Effort
from cloudlint.fingerprints import Fingerprints
from cloudlint.lasting import LastingMemory
from cloudlint.mending import Bench
from cloudlint.model import Finding, Undecided
from cloudlint.outcome import Outcome
from cloudlint.resource import Graph
from cloudlint.running import RunError, files_below, run
from cloudlint.settings_files import find, load
from cloudlint.workspace import decode, repository_root

from .baselines import Baselines, written
from .convert import UNTITLED, Places
from .diagnostic import Reported
from .session import Snapshot

SETTINGS_FILES = ("cloudlint.toml", "pyproject.toml")

_LETTING_GO = Effort(keeps=0)


class Verdict(NamedTuple):
    """What was found for one snapshot.

    reports    by path, in the order of the file; every file that was asked for is there
    texts      every text that something may point into, as the client has it or would get it
    graphs     what was evaluated
    settings   by path
    troubles   sentences for people about what could not be done, each at most once
    """

    snapshot: Snapshot = Snapshot()
    reports: Mapping[str, tuple[Reported, ...]] = {}
    texts: Mapping[str, str] = {}
    graphs: tuple[Graph, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    settings: Mapping[str, Settings] = {}
    troubles: tuple[str, ...] = ()

    def places(self, encoding: str) -> Places:
        """Positions in the texts, for one answer."""
        return Places(self.texts, encoding, self.snapshot.uris)


class Judge:
    """The rules, and what is remembered between judgements."""

    def __init__(self) -> None:
        self.catalog = Catalog()
        self.memory = LastingMemory()
        self.baselines = Baselines()
        self.quarantined: dict[str, str] = {}  # rule -> why it is not run any more
        self.wrong_settings: dict[str, SettingsError] = {}
        self._files: dict[tuple[str, str], str | None] = {}  # folder and root -> settings file
        self._loaded: dict[tuple[str, Settings], Settings] = {}
        self._pages: dict[str, str] = {}
        self._last: tuple[Graph, ...] = ()  # of the last verdict, and of the one before
        self._before: tuple[Graph, ...] = ()
        self._fingerprints = Fingerprints()
        self._news: deque[Callable[[], None]] = deque()  # from the event loop, taken in before the next judgement

    # ---------------------------------------------------------------- told by the event loop

    def disk_changed(self, paths: Sequence[str], *, moved: bool = False) -> None:
        """Files have changed on disk; `moved` is true where some came or went, or what is ignored may be different."""
        self._news.append(lambda: self.memory.changed(paths, moved=moved))
        if moved:
            self._news.append(self.baselines.forget)

    def look_again(self) -> None:
        """Anything may have changed on disk: for clients that do not tell."""
        self._news.append(self.memory.forget)

    def settings_changed(self) -> None:
        """Settings files may have changed: they are looked for and read again."""
        self._news.append(self._forget_settings)

    def restart(self) -> None:
        """Forget everything."""
        self._news.append(self._forget)

    def quarantine(self, rule: str, why: str) -> None:
        """Run a rule no more until the server is restarted."""
        self._news.append(lambda: self.quarantined.update({rule: why}))

    def _take_in_news(self) -> None:
        while self._news:
            self._news.popleft()()

    def _forget_settings(self) -> None:
        self._files.clear()
        self._loaded.clear()
        self.wrong_settings.clear()

    def _forget(self) -> None:
        self.memory.forget()
        self.baselines.forget()
        self.quarantined.clear()
        self._forget_settings()

    # ------------------------------------------------------------------------ findings

    def verdict(self, snapshot: Snapshot, paths: Iterable[str], checkpoint: Callable[[str], None]) -> Verdict:
        """Judge files of a snapshot. Other files that a finding of these stands in are reported whole, too."""
        asked = list(dict.fromkeys(paths))
        with self.memory.using():
            verdict = self._judged(snapshot, asked, checkpoint, NONE)
            if set(verdict.reports) - set(asked):
                verdict = self._judged(snapshot, [*asked, *verdict.reports], checkpoint, NONE)
        self._let_go(verdict.graphs)
        return verdict

    def _let_go(self, graphs: tuple[Graph, ...]) -> None:
        """Let go of the values of the verdict before the last: whoever looked at them has been answered before this."""
        used = {id(graph) for graph in (*self._last, *graphs)}
        self.memory.release(graph for graph in self._before if id(graph) not in used)
        self._before, self._last = self._last, graphs

    def rest(self) -> None:
        """Let go of all values but those of the last verdict, when nothing has been asked for a while."""
        self._let_go(self._last)
        self._before = ()
        self.memory.rest()

    def scanned(self, snapshot: Snapshot, paths: Sequence[str], checkpoint: Callable[[str], None]) -> Verdict:
        """Judge files of a snapshot, of whose values nothing is kept but what the last `verdict` was made from.

        Of other files that a finding stands in, there may be more than is reported.
        """
        verdict = self._judged(snapshot, paths, checkpoint, _LETTING_GO)
        self.memory.rest()
        return verdict

    def _judged(
        self, snapshot: Snapshot, paths: Sequence[str], checkpoint: Callable[[str], None], effort: Effort
    ) -> Verdict:
        self._take_in_news()
        settings = {path: self.settings(path, snapshot) for path in dict.fromkeys(paths)}
        reports: dict[str, list[Reported]] = {path: [] for path in settings}
        texts: dict[str, str] = {}
        graphs: list[Graph] = []
        undecided: list[Undecided] = []
        troubles: list[str] = []
        for chosen, outcome in self.outcomes(snapshot, settings, checkpoint, troubles.append, effort):
            try:
                outcome = self.baselines.applied(outcome, chosen)
            except BaselineError as error:
                troubles.append(error.reason)
            for finding, fingerprint in zip(outcome.findings, self._fingerprints.of(outcome), strict=True):
                page = self.page(finding.rule)
                reports.setdefault(finding.span.path, []).append(Reported(finding, fingerprint, page))
            shown = outcome.documents if effort is NONE else _pointed_into(outcome)
            texts |= {path: outcome.documents[path].text for path in shown if path in outcome.documents}
            graphs += outcome.graphs
            undecided += outcome.undecided
        texts |= {path: buffer.text for path, buffer in snapshot.buffers.items()}
        return Verdict(
            snapshot,
            {path: tuple(found) for path, found in reports.items()},
            texts,
            tuple(graphs),
            tuple(undecided),
            settings,
            tuple(dict.fromkeys(troubles)),
        )

    def outcomes(
        self,
        snapshot: Snapshot,
        settings: Mapping[str, Settings],
        checkpoint: Callable[[str], None],
        trouble: Callable[[str], None],
        effort: Effort = NONE,
    ) -> Iterator[tuple[Settings, Outcome]]:
        """The outcomes of files, those that share their settings together, baselines left aside.

        What stands in a file is found with that file's own settings. `trouble` is told of runs that cannot be made.
        """
        by_settings: dict[Settings, list[str]] = {}
        for path, found in settings.items():
            by_settings.setdefault(found, []).append(path)
        for chosen, group in by_settings.items():
            try:
                outcome = self._run(snapshot, group, chosen, checkpoint, effort)
            except RunError as error:
                trouble(str(error))
                continue
            own = frozenset(group)
            kept = (it for it in outcome.findings if it.span.path in own or it.span.path not in settings)
            yield chosen, outcome._replace(findings=tuple(kept))

    def baseline(
        self, snapshot: Snapshot, paths: Iterable[str], checkpoint: Callable[[str], None]
    ) -> Mapping[str, int]:
        """Write down all that is found in files as known: lines by path; raises OSError, BaselineError."""
        self._take_in_news()
        settings = {path: self.settings(path, snapshot) for path in dict.fromkeys(paths)}
        return written(self.outcomes(snapshot, settings, checkpoint, lambda reason: None, _LETTING_GO))

    def _run(
        self,
        snapshot: Snapshot,
        paths: Iterable[str],
        settings: Settings,
        checkpoint: Callable[[str], None],
        effort: Effort,
    ) -> Outcome:
        there = [path for path in paths if path in snapshot.buffers or os.path.lexists(path)]
        return run(
            there,
            settings,
            overlay=snapshot.overlay,
            catalog=self.catalog,
            roots=snapshot.folders,
            memory=self.memory,
            checkpoint=checkpoint,
            effort=effort,
        )

    def bench(self, snapshot: Snapshot, path: str, checkpoint: Callable[[str], None]) -> Bench:
        """A place to try fixes of findings in a file."""
        return Bench(
            self.settings(path, snapshot),
            snapshot.overlay,
            catalog=self.catalog,
            roots=snapshot.folders,
            memory=self.memory,
            checkpoint=checkpoint,
        )

    def folders(self, snapshot: Snapshot) -> dict[str, Settings]:
        """The client's folders, with the settings that hold at their top."""
        self._take_in_news()
        return {folder: self.settings(f"{folder}/{SETTINGS_FILES[0]}", snapshot) for folder in snapshot.folders}

    def text(self, path: str) -> str:
        """The text of a file on disk as the core reads it, empty where it cannot be read."""
        return text_of_file(path)

    def page(self, rule: str) -> str:
        """The address where a rule's subject is explained; empty where its documentation names none."""
        if rule not in self._pages:
            try:
                see = parse(self.catalog.get(rule).documentation).see
            except (KeyError, ValueError):
                see = ()
            self._pages[rule] = see[0] if see else ""
        return self._pages[rule]

    # ------------------------------------------------------------------------ settings

    def settings(self, path: str, snapshot: Snapshot) -> Settings:
        """The settings of the file nearest to `path`, over those of the client; without rules that were given up."""
        settings = self._nearest(path, snapshot)._replace(today=time.strftime("%Y-%m-%d"))
        return settings._replace(ignore=(*settings.ignore, *self.quarantined)) if self.quarantined else settings

    def _nearest(self, path: str, snapshot: Snapshot) -> Settings:
        options = snapshot.options.settings
        if path.startswith(UNTITLED + "/"):
            return options
        folder = path.rpartition("/")[0] or "/"
        root = self._root(folder, snapshot.folders)
        key = (folder, root)
        if key not in self._files:
            self._files[key] = find(folder, root)
        file = self._files[key]
        if file is None:
            return options
        if (file, options) not in self._loaded:
            self._loaded[file, options] = self._load(file, options, root)
        return self._loaded[file, options]

    def root(self, path: str, snapshot: Snapshot) -> str:
        """The folder at whose top the settings for a file stand, where none are nearer."""
        return self._root(path.rpartition("/")[0] or "/", snapshot.folders)

    def _root(self, folder: str, folders: Sequence[str]) -> str:
        """How far up settings are looked for: the repository, else the client's folder, else the file's own."""
        root = repository_root(folder)
        if not os.path.exists(root + "/.git"):
            holding = [outer for outer in folders if (folder + "/").startswith(outer.rstrip("/") + "/")]
            root = max(holding, key=len, default=root)
        return root

    def _load(self, file: str, options: Settings, root: str) -> Settings:
        try:
            settings = load(file, options, root)
        except SettingsError as error:
            self.wrong_settings[file] = error
            return options
        self.wrong_settings.pop(file, None)
        return settings


def _pointed_into(outcome: Outcome) -> set[str]:
    """The files that findings point into."""
    places = {finding.span.path for finding in outcome.findings}
    return places | {related.span.path for finding in outcome.findings for related in finding.related}


def files_of(folders: Mapping[str, Settings]) -> list[str]:
    """Every file of the client's folders that is read. It takes seconds where there are thousands; on any thread."""
    found: dict[str, None] = {}
    for folder, settings in folders.items():
        found.update(dict.fromkeys(files_below(folder, settings, roots=folders)))
    return list(found)


def text_of_file(path: str) -> str:
    """The text of a file on disk, empty where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return decode(file.read())[0]
    except (OSError, UnicodeDecodeError):
        return ""


def fixable(finding: Finding) -> bool:
    """Does the finding come with edits?"""
    return finding.fix is not None and bool(finding.fix.edits)
