"""Running: paths and settings in, everything worth reporting out.

Named files are judged in the context of their module and of the modules that call it, wherever in the repository those
are; reported is what stands in the named files or is caused by them. A named folder stands for all files below it. That
is the whole meaning of the hook: it names the changed files, and the verdict is the one a scan of the repository gives.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from . import languages
from .analysis import Analysis, merged
from .catalog import Catalog, Selection
from .config import Settings
from .discovery import discover
from .document import Document
from .ignoring import Ignores, ignored, parse
from .linting import judge
from .memory import Memory
from .model import Finding, Related, Span, Undecided
from .notices import INTERNAL_ERROR, NOT_ANALYSED, TOLD
from .resource import Graph
from .rule import Rule
from .suppressing import hinted
from .typed import TYPE_CHECKING, NamedTuple
from .workspace import TREE, Workspace, absolute, decode, repository_root

if TYPE_CHECKING:
    from .suppressing.applying import Suppressed
    from .suppressing.ruling import Ruling

ALWAYS_TOLD = frozenset(notice.id for notice in TOLD)
"""Rules that say "this was not judged": no threshold and no selection silences them, only `ignore` does."""


class RunError(Exception):
    """The work cannot be done as asked; the message is a sentence for the user."""


class Outcome(NamedTuple):
    """What a run found, all of it sorted by place.

    findings      to be reported: selected, not below the severity asked for, in the named files or caused by them
    undecided     checks that read an unknown value in the named files
    files         files judged; `resources` the blocks in them that describe something; `checks` how many were run
    not_followed  calls of modules that are not at hand
    documents     every document that a finding may point into, by path
    rules         the rules of the findings and of those that are suppressed, by id
    roots         the repositories (or folders) that the paths belong to
    unread        named files of a format that is not read
    graphs        the resources that were judged, one graph for each thing that is evaluated on its own; none where
                  nothing is kept for a further run
    targets       the files that were named or stand below a named folder
    suppressed    what would be among the findings, were it not ignored or accepted
    """

    findings: tuple[Finding, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    files: int = 0
    resources: int = 0
    checks: int = 0
    not_followed: tuple[Related, ...] = ()
    documents: Mapping[str, Document] = {}
    rules: Mapping[str, Rule] = {}
    roots: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    graphs: tuple[Graph, ...] = ()
    targets: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()

    def fails(self, settings: Settings) -> bool:
        """Is there a finding severe enough to fail the run?"""
        return any(finding.severity >= settings.fail_on or finding.rule in ALWAYS_TOLD for finding in self.findings)


def run(
    paths: Iterable[str],
    settings: Settings | None = None,
    *,
    overlay: Mapping[str, str] | None = None,
    catalog: Catalog | None = None,
    roots: Iterable[str] = (),
    memory: Memory | None = None,
    checkpoint: Callable[[str], None] | None = None,
    everything: bool = False,
) -> Outcome:
    """Judge files and folders. `overlay` maps paths to text that wins over the disk; raises RunError.

    The paths may lie in several repositories; each is judged in its own. `roots` are folders that count as one where
    there is no `.git`. `memory` carries over what did not change since the last run with it. `checkpoint` is called
    with what is to be done next (a rule's id, a folder) and may raise to end the run: no Exception, which would count
    as a fault of what was being judged. With `everything` findings of any severity are told, and those elsewhere in the
    modules that were judged.
    """
    settings, named = settings or Settings(), tuple(paths)
    catalog = catalog or Catalog()
    brief, memory = memory is None, memory or Memory()
    unsaved = {absolute(path): text for path, text in (overlay or {}).items()}
    unsaved |= _var_files(settings, unsaved)
    if settings.environments:
        return _in_each_environment(
            settings,
            lambda one: run(
                named,
                one,
                overlay=unsaved,
                catalog=catalog,
                roots=roots,
                memory=None if brief else memory,
                checkpoint=checkpoint,
                everything=everything,
            ),
        )
    folders = [absolute(folder) for folder in roots]
    by_root: dict[str, list[str]] = {}
    for path, given in {absolute(given): given for given in named}.items():
        if path not in unsaved and not os.path.lexists(path):
            raise RunError(f"`{given}`: no such file or folder")
        by_root.setdefault(_root_of(path, folders), []).append(path)
    selection = catalog.selection(settings.select, settings.ignore)
    outcomes = []
    for root, below in sorted(by_root.items()):
        workspace = memory.workspace(root, unsaved, settings.max_file_size, checkpoint)
        outcomes.append(_Run(workspace, settings, catalog, selection, brief).judge(below, everything))
    return outcomes[0] if len(outcomes) == 1 else _together(outcomes)


def files_below(
    folder: str, settings: Settings, *, roots: Iterable[str] = (), memory: Memory | None = None
) -> list[str]:
    """The files that a run over a folder would judge, in its order."""
    path = absolute(folder)
    root = _root_of(path, [absolute(folder) for folder in roots])
    workspace = (memory or Memory()).workspace(root, {}, settings.max_file_size)
    return list(_Run(workspace, settings, Catalog(), Selection()).targets([path]))


def evaluate(paths: Iterable[str], settings: Settings, *, roots: Iterable[str] = ()) -> Analysis:
    """What files and folders of one repository describe, unjudged; raises RunError. The first environment counts."""
    if settings.environments:
        settings = settings._replace(var_files=(*settings.var_files, *settings.environments[0][1]), environments=())
    named = [absolute(path) for path in paths]
    for path in named:
        if not os.path.lexists(path):
            raise RunError(f"`{path}`: no such file or folder")
    root = _root_of(named[0], [absolute(folder) for folder in roots])
    workspace = Memory().workspace(root, _var_files(settings, {}), settings.max_file_size)
    return _Run(workspace, settings, Catalog(), Selection()).analysed(named)


class _Sorted:
    """Findings to report, and those that are suppressed; one that is not suppressed everywhere is reported."""

    def __init__(self, reported: Callable[[Finding], bool]) -> None:
        self.findings: dict[tuple[str, Span, str], Finding] = {}
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
                    self.findings[key] = said
            elif said is not None and self._reported(said.finding):
                self._suppressed.setdefault(key, said)

    def left_out(self) -> tuple[Suppressed, ...]:
        """The suppressed findings, by place."""
        left = (item for key, item in self._suppressed.items() if key not in self.findings)
        return tuple(sorted(left, key=lambda item: _place(item.finding)))


class _Run:
    """One repository's part of a run."""

    def __init__(
        self, workspace: Workspace, settings: Settings, catalog: Catalog, selection: Selection, brief: bool = False
    ) -> None:
        self.workspace = workspace
        self.settings = settings
        self.catalog = catalog
        self.selection = selection
        self.brief = brief
        self._hinted: set[str] = set()
        self.exclude: tuple[Ignores, ...] = ()
        for folder, patterns in (*settings.excluded, (settings.folder, settings.exclude)):
            if patterns:
                self.exclude = (*self.exclude, parse(folder or workspace.root, "\n".join(patterns)))

    def analysed(self, named: Sequence[str]) -> Analysis:
        """The resources of the named files and folders."""
        targets = list(self.targets(named))
        whole = self.workspace.root in named
        return self._analysed(targets, targets if whole else self._repository()) if targets else Analysis()

    def judge(self, named: Sequence[str], everything: bool = False) -> Outcome:
        folders = [path for path in named if os.path.isdir(path)]
        targets = self.targets(named)
        whole = self.workspace.root in folders
        analysis = (
            self._analysed(list(targets), list(targets) if whole else self._repository()) if targets else Analysis()
        )
        ruling = self._ruling(analysis)
        selection = self.selection if ruling is None else ruling.selection
        judgements = [
            judge(graph, self.catalog.for_kinds(graph.kinds, selection), self.workspace.checkpoint)
            for graph in analysis.graphs
        ]
        notices = tuple(self._notices(analysis, folders, targets))
        sorted_out = _Sorted(lambda finding: everything or self._reported(finding, targets))
        sorted_out.take(notices, {}, None, ruling)
        for graph, judgement in zip(analysis.graphs, judgements, strict=True):
            sorted_out.take(judgement.findings, judgement.instances, graph, ruling)
        if ruling is not None:
            unknown = tuple(item for judgement in judgements for item in judgement.undecided)
            sorted_out.take(tuple(ruling.hygiene(targets, unknown)), {}, None, None)
        undecided = {
            item: None for judgement in judgements for item in judgement.undecided if item.span.path in targets
        }
        blocks = {
            resource.span
            for graph in analysis.graphs
            for resource in graph.resources
            if resource.span and resource.span.path in targets and not resource.kind.startswith("provider.")
        }
        found = sorted(sorted_out.findings.values(), key=_place)
        left_out = tuple(item.finding for item in sorted_out.left_out())
        return Outcome(
            tuple(found),
            tuple(sorted(undecided, key=_place)),
            sum(path in analysis.documents for path in targets),
            len(blocks),
            sum(judgement.checks for judgement in judgements),
            tuple(related for related in analysis.not_followed if related.span.path in targets),
            analysis.documents,
            {id: self.catalog.get(id) for id in dict.fromkeys(finding.rule for finding in (*found, *left_out))},
            (self.workspace.root,),
            tuple(path for path in named if path not in folders and path not in targets and not self._excluded(path)),
            () if self.brief else analysis.graphs,
            tuple(targets),
            sorted_out.left_out(),
        )

    def _ruling(self, analysis: Analysis) -> Ruling | None:
        """What decides about ignored and accepted findings; None where nothing is."""
        settings = self.settings
        given = settings.accept or settings.override or settings.severities
        if not given and not any(hinted(document.text) for document in analysis.documents.values()):
            return None
        from .suppressing.ruling import Ruling

        return Ruling(analysis, settings, self.catalog, self.selection, self.workspace.root)

    def targets(self, named: Sequence[str]) -> dict[str, None]:
        """The files to judge: those named, and those below the named folders."""
        folders = [path for path in named if os.path.isdir(path)]
        files = [path for path in named if path not in folders]
        candidates = dict.fromkeys([*files, *discover(self.workspace, folders, _is_read)])
        wanted = (path for path in candidates if not self._excluded(path))
        return dict.fromkeys(path for path in wanted if languages.recognised(self.workspace, path))

    def _repository(self) -> list[str]:
        """All files of the repository that are read, among which callers are looked for."""
        kept = self.workspace.recall(_is_read)
        if isinstance(kept, list):
            return kept
        found = list(discover(self.workspace, [self.workspace.root], _is_read))
        self.workspace.keep(_is_read, found, (TREE,))
        return found

    def _analysed(self, targets: list[str], repository: list[str]) -> Analysis:
        """All targets at once; where that fails by our fault, folder by folder: a crash costs its own folder only."""
        try:
            return self._evaluated(targets, repository)
        except Exception:
            if os.environ.get("CLOUDLINT_DEBUG"):
                raise
        by_folder: dict[str, list[str]] = {}
        for path in targets:
            by_folder.setdefault(path.rpartition("/")[0], []).append(path)
        return merged(self._attempted(paths, repository) for paths in by_folder.values())

    def _evaluated(self, targets: list[str], repository: list[str]) -> Analysis:
        settings, found = self.settings, []
        told: set[str] = set()
        for part in languages.parts(self.workspace, targets, repository):
            found.append(languages.analysed(self.workspace, part, settings.var_files, settings.workspace))
            told.update(found[-1].documents)
            if self.brief:
                self._settle(found[-1])
        for part in languages.left_over(targets, told):
            found.append(languages.analysed(self.workspace, part))
        return merged(found)

    def _settle(self, part: Analysis) -> None:
        """Judge a part at once and let go of its values, unless an ignore or a setting may yet ask for some."""
        settings = self.settings
        self._hinted.update(path for path, document in part.documents.items() if hinted(document.text))
        for graph in part.graphs:
            if not settings.override and self._hinted.isdisjoint(
                resource.span.path for resource in graph.resources if resource.span is not None
            ):
                judge(graph, self.catalog.for_kinds(graph.kinds, self.selection), self.workspace.checkpoint)
                graph.release()

    def _attempted(self, targets: list[str], repository: list[str]) -> Analysis:
        try:
            return self._evaluated(targets, repository)
        except Exception as error:
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            return Analysis(notices=tuple(_unanalysed(self.workspace, path, what) for path in targets))

    def _notices(self, analysis: Analysis, folders: list[str], targets: Mapping[str, None]) -> Iterable[Finding]:
        """What was not judged, as far as it bears on what was named: in a named folder or in a module that was read."""
        read = {path.rpartition("/")[0] for path in analysis.documents}
        below = tuple(folder.rstrip("/") + "/" for folder in folders)
        for notice in analysis.notices:
            if notice.rule != NOT_ANALYSED.id or notice.span.path in targets:
                yield notice
        for notice in self.workspace.notices:
            path = notice.span.path
            if path in targets or (path + "/").startswith(below) or path.rpartition("/")[0] in read:
                yield notice

    def _reported(self, finding: Finding, targets: Mapping[str, None]) -> bool:
        if finding.rule in ALWAYS_TOLD:
            return finding.rule not in self.selection.ignore and (
                finding.rule == "not-analysed" or finding.span.path in targets
            )
        return finding.severity >= self.settings.severity and (
            finding.span.path in targets or any(related.span.path in targets for related in finding.related)
        )

    def _excluded(self, path: str) -> bool:
        """Do the settings leave out the file, or a folder above it?"""
        for ignores in self.exclude:
            folder = ignores.folder.rstrip("/") + "/"
            if path.startswith(folder):
                parts = path[len(folder) :].split("/")
                for count in range(1, len(parts) + 1):
                    if ignored(self.exclude, folder + "/".join(parts[:count]), is_folder=count < len(parts)):
                        return True
        return False


def _is_read(name: str) -> bool:
    return languages.language_of(name) is not None


def _place(item: Finding | Undecided) -> tuple[str, int, str, int]:
    return (item.span.path, item.span.start, item.rule, item.span.end)


def _unanalysed(workspace: Workspace, path: str, what: str) -> Finding:
    message = f"`{workspace.relative(path)}` was not analysed because cloudlint failed on it ({what})"
    return Finding(INTERNAL_ERROR.id, INTERNAL_ERROR.severity, message, Span(path, 0, 0))


def _root_of(path: str, folders: Sequence[str] = ()) -> str:
    """The repository a path belongs to; without one the innermost of `folders` that holds it; without one the working
    directory, where the path is below it, or its folder.

    A home or root directory is no project: looking for callers there would read the whole disk.
    """
    folder = path if os.path.isdir(path) else path.rpartition("/")[0] or "/"
    root = repository_root(folder)
    here = absolute(os.curdir)
    holding = [outer for outer in folders if (folder + "/").startswith(outer.rstrip("/") + "/")]
    if not os.path.exists(root + "/.git") and holding:
        return max(holding, key=len)
    if os.path.exists(root + "/.git") or here in (absolute(os.path.expanduser("~")), absolute("/")):
        return root
    return here if (folder + "/").startswith(here + "/") else folder


def _var_files(settings: Settings, unsaved: Mapping[str, str]) -> dict[str, str]:
    """The text of the files of variables: asked for by name, they may lie outside the repository."""
    texts = {}
    for path in (*settings.var_files, *(path for _, files in settings.environments for path in files)):
        if path not in unsaved:
            try:
                with open(path, "rb") as file:
                    texts[path] = decode(file.read())[0]
            except (OSError, UnicodeDecodeError) as error:
                reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
                raise RunError(f"`{path}`: {(reason or 'cannot be read').lower()}") from error
    return texts


def _in_each_environment(settings: Settings, run_with: Callable[[Settings], Outcome]) -> Outcome:
    """One run for each environment, told as one."""
    from .environments import together

    outcomes = {
        name: run_with(settings._replace(environments=(), var_files=(*settings.var_files, *files)))
        for name, files in settings.environments
    }
    whole = _together(list(outcomes.values()))
    first = next(iter(outcomes.values()))
    return whole._replace(
        findings=tuple(sorted(together({name: it.findings for name, it in outcomes.items()}), key=_place)),
        undecided=tuple(dict.fromkeys(whole.undecided)),
        files=first.files,
        resources=first.resources,
        not_followed=tuple(dict.fromkeys(whole.not_followed)),
        roots=first.roots,
        unread=first.unread,
        targets=first.targets,
        suppressed=tuple(dict.fromkeys(whole.suppressed)),
    )


def _together(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcomes of several repositories as one."""
    return Outcome(
        tuple(sorted((finding for outcome in outcomes for finding in outcome.findings), key=_place)),
        tuple(sorted((item for outcome in outcomes for item in outcome.undecided), key=_place)),
        sum(outcome.files for outcome in outcomes),
        sum(outcome.resources for outcome in outcomes),
        sum(outcome.checks for outcome in outcomes),
        tuple(related for outcome in outcomes for related in outcome.not_followed),
        {path: document for outcome in outcomes for path, document in outcome.documents.items()},
        {id: rule for outcome in outcomes for id, rule in outcome.rules.items()},
        tuple(root for outcome in outcomes for root in outcome.roots),
        tuple(path for outcome in outcomes for path in outcome.unread),
        tuple(graph for outcome in outcomes for graph in outcome.graphs),
        tuple(path for outcome in outcomes for path in outcome.targets),
        tuple(item for outcome in outcomes for item in outcome.suppressed),
    )
