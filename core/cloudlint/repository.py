"""One repository's part of a run: its files judged part by part, and what of all that is reported."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from . import languages
from .analysis import Analysis
from .catalog import Catalog, Selection
from .choosing import Choice
from .config import Settings
from .dividing import Means, judged_by
from .document import Document
from .effort import NONE, Effort
from .judged import Judged, Known, Options, groups, what_failed
from .languages import Part
from .model import Finding, Related, Span, Undecided
from .notices import INTERNAL_ERROR, NOT_ANALYSED, OF_SETTINGS
from .outcome import ALWAYS_TOLD, Outcome, place_of
from .resource import Graph
from .typed import TYPE_CHECKING
from .workspace import Workspace

if TYPE_CHECKING:
    from .caching import Cache
    from .memory import Memory
    from .suppressing.applying import Suppressed
    from .suppressing.ruling import Ruling

PLAN = "terraform-plan"  # the language of what is shown in other files than its own
SETTINGS = "toml"  # the language of settings files, which a finding may point into though they are not judged
_OF_SETTINGS = frozenset(notice.id for notice in OF_SETTINGS)


class Repository:
    """What is judged together. With `keep` the values stay, for those who look at them or judge again."""

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        catalog: Catalog,
        selection: Selection,
        *,
        keep: bool = True,
        effort: Effort = NONE,
        memory: Memory | None = None,
    ) -> None:
        self.workspace = workspace
        self.settings = settings
        self.catalog = catalog
        self.selection = selection
        self.keep = keep
        self.effort = effort
        self._memory = memory
        self._remembers = False
        self.choice = Choice(workspace, settings)

    def judge(self, named: Sequence[str], everything: bool = False) -> Outcome:
        """The outcome for files and folders. With `everything` findings of any severity are told, and those elsewhere
        in the modules that were judged."""
        folders = [path for path in named if os.path.isdir(path)]
        found, targets = self._judged(named)
        names = {path: name for each in found for path, name in each.documents.items()}
        documents = _Documents(self.workspace, names)
        ruling = self._ruling(found, documents)
        sorted_out = _Sorted(lambda finding: everything or self._reported(finding, targets))
        notices = tuple(self._notices(found, folders, targets))
        sorted_out.take(notices, {}, None, ruling)
        for each in found:
            for graph, judgement in zip(each.graphs, each.judgements, strict=True):
                sorted_out.take(judgement.findings, judgement.instances, graph, ruling)
        undecided = {item: None for each in found for judgement in each.judgements for item in judgement.undecided}
        if ruling is not None:
            sorted_out.take(tuple(ruling.hygiene(targets, undecided)), {}, None, None)
            not_followed = (related for each in found for related in each.not_followed)
            unseen: list[Undecided | Related | Finding] = [*undecided, *not_followed, *notices]
            amiss = tuple(ruling.of_settings(folders, sorted_out.findings(), unseen, self._settings_file))
            names |= {finding.span.path: SETTINGS for finding in amiss}
            sorted_out.take(amiss, {}, None, None)
        findings, left_out = sorted_out.findings(), sorted_out.left_out()
        apart = groups(found)
        rules = dict.fromkeys(finding.rule for finding in (*findings, *(item.finding for item in left_out)))
        return Outcome(
            findings,
            tuple(sorted(_concerned(found, targets), key=place_of)),
            sum(path in documents for path in targets),
            _count(found, targets),
            sum(judgement.checks for each in found for judgement in each.judgements),
            tuple(dict.fromkeys(it for each in found for it in each.not_followed if it.span.path in targets)),
            dict(documents) if self.keep else documents,
            {id: self.catalog.get(id) for id in rules},
            (self.workspace.root,),
            tuple(path for path in named if not (path in folders or path in targets or self.choice.excludes(path))),
            tuple(graph for each in found for graph in each.graphs) if self.keep else (),
            tuple(targets),
            left_out,
            groups=apart,
            prints=self._prints(found, apart),
        )

    # ------------------------------------------------------------------ judging

    def _judged(self, named: Sequence[str]) -> tuple[list[Judged], dict[str, None]]:
        """Every part, those of files that none of the others read included; and the files that are judged."""
        options = Options(self.settings.var_files, self.settings.workspace, self._rules_to_run())
        candidates = self.choice.candidates(named)
        self.keep = self.keep and not self.effort.too_many(len(candidates))
        cache = self._cache(options, len(candidates))
        self._remembers = cache is not None
        if cache is not None:
            cache.know(candidates)
        targets = self.choice.targets(candidates)
        if not targets:
            return [], targets
        repository = self.choice.repository(targets, named)
        if cache is not None:
            cache.know(repository)
        means = Means(self.workspace, options, self.catalog, self.effort, self.keep, cache or self._known(options))
        parts, failed = self._parts(list(targets), repository)
        found = [failed, *self._each(means, parts, targets)]
        told = {path for each in found for path in (*each.documents, *_paths(each.notices))}
        found += self._each(means, list(languages.left_over(self.workspace, targets, told)), targets)
        if cache is not None:
            cache.write(whole=self.workspace.root in named)
        return found, targets

    def _cache(self, options: Options, files: int) -> Cache | None:
        """What is remembered of earlier runs; from then on the workspace minds what it is asked for."""
        if self.keep or not self.effort.remembers(files):
            return None
        from .caching import opened  # only for large folders

        cache = opened(self.workspace, options, self.catalog.ids)
        if cache is not None:
            self.workspace = self.choice.workspace = cache.workspace
        return cache

    def _known(self, options: Options) -> Known | None:
        """What is remembered of earlier runs by those who judge again, where no values are kept."""
        if self.keep or self._memory is None:
            return None
        return self._memory.parts(self.workspace, options, self.catalog)

    def _prints(self, found: Sequence[Judged], apart: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """What tells of each group whether it is as it was; nothing where nothing is remembered."""
        if not self._remembers:
            return ()
        from .caching import print_of  # only for large folders

        group_of = {path: number for number, group in enumerate(apart) for path in group}
        parts: list[list[Mapping[str, str]]] = [[] for _ in apart]
        for each in found:
            for path in tuple(each.documents)[:1]:
                parts[group_of[path]].append(each.depends)
        return tuple(map(print_of, parts))

    def _each(self, means: Means, parts: Sequence[Part], targets: Mapping[str, None]) -> list[Judged]:
        """The parts in their order; one that could not be judged is a notice on each of its files."""
        return [
            self._told(part, each, targets) if each.failure else each
            for part, each in zip(parts, judged_by(means, parts), strict=True)
        ]

    def _rules_to_run(self) -> Selection:
        """The selection, and what the settings select for some paths only."""
        if not self.settings.override:
            return self.selection
        from .suppressing.accepting import Overrides

        return Overrides(self.settings, self.catalog, self.selection, self.workspace.root).selection

    def _parts(self, targets: list[str], repository: list[str]) -> tuple[list[Part], Judged]:
        """What to judge; where that fails by our fault, folder by folder: a crash costs its own folder only."""
        try:
            return list(languages.parts(self.workspace, targets, repository)), Judged()
        except Exception:
            if os.environ.get("CLOUDLINT_DEBUG"):
                raise
        by_folder: dict[str, list[str]] = {}
        for path in targets:
            by_folder.setdefault(path.rpartition("/")[0], []).append(path)
        found: dict[Part, None] = {}
        failed: list[Finding] = []
        for paths in by_folder.values():
            parts, what = self._parts_of(paths, repository)
            found.update(dict.fromkeys(parts))
            failed += [self._unanalysed(path, what) for path in paths if what]
        return list(found), Judged(notices=tuple(failed))

    def _parts_of(self, paths: list[str], repository: list[str]) -> tuple[list[Part], str]:
        try:
            return list(languages.parts(self.workspace, paths, repository)), ""
        except Exception as error:
            return [], what_failed(error)

    def _told(self, part: Part, found: Judged, targets: Mapping[str, None]) -> Judged:
        concerned = [path for path in targets if path == part.path or path.rpartition("/")[0] in part.folders]
        return Judged(notices=tuple(self._unanalysed(path, found.failure) for path in concerned))

    def _unanalysed(self, path: str, what: str) -> Finding:
        message = f"`{self.workspace.relative(path)}` was not analysed because cloudlint failed on it ({what})"
        return Finding(INTERNAL_ERROR.id, INTERNAL_ERROR.severity, message, Span(path, 0, 0))

    # ---------------------------------------------------------------- reporting

    def _ruling(self, found: Sequence[Judged], documents: Mapping[str, Document]) -> Ruling | None:
        """What decides about ignored and accepted findings; None where nothing is."""
        settings = self.settings
        marked = dict.fromkeys(path for each in found for path in each.hinted)
        if not (settings.accept or settings.override or settings.severities or marked):
            return None
        from .suppressing.ruling import Ruling

        analysis = Analysis(
            tuple(graph for each in found for graph in each.graphs),
            {path: documents[path] for path in marked},
            tuple(notice for each in found for notice in each.notices),
            tuple(dict.fromkeys(related for each in found for related in each.not_followed)),
        )
        return Ruling(analysis, settings, self.catalog, self.selection, self.workspace.root)

    def _settings_file(self, path: str) -> Document | None:
        return self.workspace.read(path, SETTINGS)

    def _notices(
        self, found: Sequence[Judged], folders: Sequence[str], targets: Mapping[str, None]
    ) -> Iterator[Finding]:
        """What was not judged, as far as it bears on what was named: in a named folder or in a module that was read."""
        read = {path.rpartition("/")[0] for each in found for path in each.documents}
        below = tuple(folder.rstrip("/") + "/" for folder in folders)
        for notice in (notice for each in found for notice in each.notices):
            if notice.rule != NOT_ANALYSED.id or notice.span.path in targets:
                yield notice
        for notice in (*self.workspace.notices, *(notice for each in found for notice in each.unread)):
            path = notice.span.path
            if path in targets or (path + "/").startswith(below) or path.rpartition("/")[0] in read:
                yield notice

    def _reported(self, finding: Finding, targets: Mapping[str, None]) -> bool:
        if finding.rule in ALWAYS_TOLD:
            return finding.rule not in self.selection.ignore and (
                finding.rule == NOT_ANALYSED.id or finding.span.path in targets
            )
        return finding.severity >= self.settings.severity and (
            finding.span.path in targets
            or finding.rule in _OF_SETTINGS
            or any(related.span.path in targets for related in finding.related)
        )


class _Sorted:
    """Findings to report, and those that are suppressed; one that is not suppressed everywhere is reported."""

    def __init__(self, reported: Callable[[Finding], bool]) -> None:
        self._findings: dict[tuple[str, Span, str], Finding] = {}
        self._reported = reported
        self._suppressed: dict[tuple[str, Span, str], Suppressed] = {}

    def take(
        self,
        findings: Iterable[Finding],
        instances: Mapping[Finding, tuple[str, ...]],
        graph: Graph | None,
        ruling: Ruling | None,
    ) -> None:
        """Sort the findings of one graph; `instances` as in `Judgement`."""
        for finding in findings:
            key = (finding.rule, finding.span, finding.message)
            said = finding if ruling is None else ruling.on(finding, instances.get(finding, ()), graph)
            if isinstance(said, Finding):
                if self._reported(said):
                    self._findings[key] = said
            elif said is not None and self._reported(said.finding):
                self._suppressed.setdefault(key, said)

    def findings(self) -> tuple[Finding, ...]:
        """The findings to report, by place."""
        return tuple(sorted(self._findings.values(), key=place_of))

    def left_out(self) -> tuple[Suppressed, ...]:
        """The suppressed findings, by place."""
        left = (item for key, item in self._suppressed.items() if key not in self._findings)
        return tuple(sorted(left, key=lambda item: place_of(item.finding)))


class _Documents(Mapping[str, Document]):
    """Documents by path, each read when it is asked for: a report needs the text of those with findings only."""

    def __init__(self, workspace: Workspace, languages: Mapping[str, str]) -> None:
        self._workspace = workspace
        self._languages = languages

    def __getitem__(self, path: str) -> Document:
        language = self._languages[path]
        return self._workspace.read(path, language) or Document(path, "", language)  # gone in the meantime

    def __contains__(self, path: object) -> bool:
        return path in self._languages

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)


def _count(found: Iterable[Judged], targets: Mapping[str, None]) -> int:
    """The blocks in the files to judge that describe something."""
    blocks: dict[str, set[str]] = {}
    for each in found:
        shown = _shown_in(each, targets)
        for path, places in each.blocks.items():
            if path in shown:
                blocks.setdefault(path, set()).update(places)
    return sum(map(len, blocks.values()))


def _concerned(found: Iterable[Judged], targets: Mapping[str, None]) -> set[Undecided]:
    """What is undecided of the files to judge."""
    concerned: set[Undecided] = set()
    for each in found:
        shown = _shown_in(each, targets)
        for judgement in each.judgements:
            concerned.update(item for item in judgement.undecided if item.span.path in shown)
    return concerned


def _shown_in(each: Judged, targets: Mapping[str, None]) -> Container[str]:
    """The files to judge; of a plan that is judged, those of the configuration that it is shown in as well."""
    judged_plan = any(language == PLAN and path in targets for path, language in each.documents.items())
    return each.documents if judged_plan else targets


def _paths(findings: Iterable[Finding]) -> Iterator[str]:
    return (finding.span.path for finding in findings if finding.rule == INTERNAL_ERROR.id)
