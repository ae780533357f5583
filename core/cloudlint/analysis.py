"""Analysis: what reading a set of files gives, whatever the language, before any rule has looked at it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from .document import Document
from .model import Finding, Related
from .resource import Graph
from .typed import NamedTuple


class Analysis(NamedTuple):
    """The resources of the files, and what could not be read or followed.

    graphs        one per thing that is evaluated on its own (a root module, a template), in a stable order
    documents     every document that was read, by path
    notices       syntax errors, as findings; what could not be read at all is kept by the workspace
    not_followed  calls of modules that are not at hand: their outputs are unknown
    depends       files and folders that decide what the resources are, beyond what was read of the workspace for them;
                  as `Workspace.keep` takes them. It grows while values are looked at.
    """

    graphs: tuple[Graph, ...] = ()
    documents: Mapping[str, Document] = {}
    notices: tuple[Finding, ...] = ()
    not_followed: tuple[Related, ...] = ()
    depends: Collection[str] = ()

    @property
    def graph(self) -> Graph:
        """The graph of an analysis that has one; an empty one where there is none."""
        return self.graphs[0] if self.graphs else Graph()


def merged(analyses: Iterable[Analysis]) -> Analysis:
    """Several analyses as one."""
    every = tuple(analyses)
    return Analysis(
        tuple(graph for analysis in every for graph in analysis.graphs),
        {path: document for analysis in every for path, document in analysis.documents.items()},
        tuple(notice for analysis in every for notice in analysis.notices),
        tuple(dict.fromkeys(related for analysis in every for related in analysis.not_followed)),
        frozenset(path for analysis in every for path in analysis.depends),
    )
