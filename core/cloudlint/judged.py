"""Judged: what one part of a run came to, and what is left of it once its values have been let go.

What is left is enough for every report, and plain enough to be sent from process to process and to be kept on disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from . import languages
from .analysis import Analysis
from .catalog import Catalog, Selection
from .document import Document
from .languages import Part
from .linting import Judgement, judge
from .model import Finding, Related, Span
from .resource import KNOWN, Graph, Resource, Value
from .suppressing import hinted
from .typed import NamedTuple, Protocol
from .workspace import Workspace

Texts = Mapping[str, tuple["str | None", ...]]


class Options(NamedTuple):
    """What parts are judged with: `var_files` (absolute) and `workspace` are Terraform's, `selection` are the rules."""

    var_files: tuple[str, ...] = ()
    workspace: str = ""
    selection: Selection = Selection()


class Judged(NamedTuple):
    """One part and what the rules say of it.

    documents    the language of each document that was read as a part of it, by path
    graphs       its resources; where they are not kept, what ignores may ask of them (`Left`)
    judgements   one for each graph
    notices      what could not be read, syntax errors included
    unread       notices of the workspace about files that it read or looked for
    not_followed calls of modules that are not at hand
    blocks       where the blocks that describe something stand, by path, as `start-end`
    hinted       documents that may hold ignores
    depends      what it was made from, as `Workspace.heard` tells it
    failure      why it could not be judged, as a few words; empty where it was
    """

    documents: Mapping[str, str] = {}
    graphs: tuple[Graph, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notices: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()
    not_followed: tuple[Related, ...] = ()
    blocks: Mapping[str, frozenset[str]] = {}
    hinted: tuple[str, ...] = ()
    depends: Mapping[str, str] = {}
    failure: str = ""


class Known(Protocol):
    """What is known of parts from before, all judged with the same options."""

    def found(self, part: Part) -> Judged | None:
        """What a part came to, if nothing has changed that it was made from."""

    def keep(self, part: Part, judged: Judged) -> None:
        """Remember what a part came to."""


class Left(Resource):
    """What is left of a resource: where it stands, and the texts that an ignore asks for (by attribute path)."""

    __slots__ = ("texts",)

    def __init__(self, kind: str, address: str, framework: str, span: Span | None, texts: Texts, graph: Graph) -> None:
        super().__init__(kind, "", address, framework, Value(KNOWN, {}, span), graph)
        self.texts = texts

    def each(self, path: str) -> tuple[Value, ...]:
        """The texts at a path that was asked for in time."""
        return tuple(Value(KNOWN, text) for text in self.texts.get(path, ()) if text is not None)


def judged(workspace: Workspace, part: Part, options: Options, catalog: Catalog, *, keep: bool) -> Judged:
    """Evaluate and judge a part. Unless `keep`, its values are let go of, or left to those who use them elsewhere."""
    workspace.listen()
    analysis = languages.analysed(workspace, part, options.var_files, options.workspace)
    judgements = tuple(
        judge(graph, catalog.for_kinds(graph.kinds, options.selection), workspace.checkpoint)
        for graph in analysis.graphs
    )
    depends = workspace.heard(analysis.depends)
    used = keep or languages.stays(workspace, part, options.var_files, options.workspace)
    marked = tuple(path for path, document in analysis.documents.items() if _is_marked(document))
    blocks = _blocks(analysis.graphs)
    found = Judged(
        {path: document.language for path, document in analysis.documents.items()},
        analysis.graphs if keep else tuple(_left(analysis, marked, release=not used)),
        judgements,
        analysis.notices,
        tuple(notice for notice in workspace.notices if _concerns(notice, depends)),
        analysis.not_followed,
        blocks,
        marked,
        depends,
    )
    if not used:
        languages.let_go(workspace, part, options.var_files, options.workspace)
    return found


def attempted(workspace: Workspace, part: Part, options: Options, catalog: Catalog, *, keep: bool) -> Judged:
    """The same, where a crash of ours is a failure of this part only."""
    try:
        return judged(workspace, part, options, catalog, keep=keep)
    except Exception as error:
        if os.environ.get("CLOUDLINT_DEBUG"):
            raise
        return Judged(failure=what_failed(error))


def what_failed(error: Exception) -> str:
    """An error as a few words."""
    return f"{type(error).__name__}: {error}".rstrip(": ")


def groups(found: Iterable[Judged]) -> tuple[tuple[str, ...], ...]:
    """The documents of the parts; those of parts that have one in common are in one group."""
    group_of: dict[str, dict[str, None]] = {}
    for each in found:
        joined: dict[str, None] = {}
        for group in {id(group_of[path]): group_of[path] for path in each.documents if path in group_of}.values():
            joined, smaller = (group, joined) if len(group) > len(joined) else (joined, group)
            joined.update(smaller)
            group_of.update(dict.fromkeys(smaller, joined))
        joined.update(dict.fromkeys(each.documents))
        group_of.update(dict.fromkeys(each.documents, joined))
    return tuple(tuple(group) for group in {id(group): group for group in group_of.values()}.values())


def _left(analysis: Analysis, marked: tuple[str, ...], *, release: bool) -> Iterable[Graph]:
    """The graphs without values; without resources where no document of theirs holds an ignore."""
    wanted = _wanted(analysis, marked) if marked else ()
    for graph in analysis.graphs:
        left = Graph()
        for resource in graph.resources if marked else ():
            texts = {path: tuple(value.text for value in resource.each(path)) for path in wanted}
            left.add(Left(resource.kind, resource.address, resource.framework, resource.span, texts, left))
        if release:
            graph.release()
        yield left


def _wanted(analysis: Analysis, marked: Iterable[str]) -> tuple[str, ...]:
    """The attributes whose values decide whether an ignore is meant."""
    from .suppressing.reading import ignores  # only where there are some

    found = (ignore for path in marked for ignore in ignores(analysis.documents[path]))
    return tuple(dict.fromkeys(path for ignore in found for path, _ in ignore.only))


def _is_marked(document: Document) -> bool:
    """May it hold ignores? Looked at once: many modules may read it."""
    if document.marked is None:
        document.marked = hinted(document.text)
    return document.marked


def _blocks(graphs: Iterable[Graph]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for path, start, end in {span for graph in graphs for span in graph.places()}:  # many instances stand in one place
        found.setdefault(path, set()).add(f"{start}-{end}")
    return {path: frozenset(places) for path, places in found.items()}


def _concerns(notice: Finding, depends: Mapping[str, str]) -> bool:
    """Is a notice about a file that was read, or that stands in a folder that was?"""
    path = notice.span.path
    return path in depends or path.rpartition("/")[0] in depends
