"""Manifests to resources: one for each document of a file, `List` items included; one graph a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...analysis import Analysis
from ...document import Document
from ...model import Finding, Related, Span
from ...notices import SYNTAX_ERROR
from ...resource import KNOWN, Graph, Resource, Value
from ...workspace import Workspace
from ..yaml.loading import load
from ..yaml.nodes import MAPPING, Problem
from ..yaml.values import Reader
from .kinds import LIST, canonical, is_ours
from .programs import programs
from .recognising import is_template

FRAMEWORK = "kubernetes"
NOT_FOLLOWED = "this is a Helm template; `helm template` writes the manifests that can be judged"


def analyses(workspace: Workspace, targets: Sequence[str]) -> Iterator[Analysis]:
    """The resources of each manifest. A Helm template is counted as not followed."""
    for path in targets:
        document = workspace.read(path, FRAMEWORK)
        if document is not None:
            workspace.checkpoint(path)
            yield analyse_manifest(document)


def analyse_manifest(document: Document) -> Analysis:
    """The resources of one text."""
    stream = load(document.text)
    if is_template(document.text) or (stream.problems and "{{" in document.text):
        head = document.text.find("{{")
        return Analysis((), {document.path: document}, (), (Related(document.span(head, head + 2), NOT_FOLLOWED),))
    graph = Graph()
    reader = Reader(document, problems=stream.problems)
    for node in stream.documents:
        if node is not None and node.kind == MAPPING:
            for value in objects(reader.value(node)):
                add(graph, value)
    return Analysis((graph,), {document.path: document}, tuple(syntax_errors(document, stream.problems)))


def objects(value: Value) -> Iterator[Value]:
    """The object itself, or those of a list, however deep lists stand in lists."""
    kind, version = _word(value, "kind"), _word(value, "apiVersion")
    if kind == LIST or (kind.endswith(LIST) and is_ours(version, kind)):
        items = value.data["items"].data if isinstance(value.data, Mapping) and "items" in value.data else ()
        for item in items if isinstance(items, tuple) else ():
            item_kind = kind.removesuffix(LIST)
            if item_kind and isinstance(item.data, Mapping) and "kind" not in item.data:
                named = {"apiVersion": Value(KNOWN, version), "kind": Value(KNOWN, item_kind)}
                item = item.but(data={**named, **item.data})
            yield from objects(item)
    elif is_ours(version, kind):
        yield value


def add(graph: Graph, value: Value, label: str = "") -> None:
    """Take an object into a graph; `label` is its name as it is written, where the built one is another."""
    data = value.data
    assert isinstance(data, Mapping)
    kind = _word(value, "kind")
    metadata = data.get("metadata")
    name = _word(metadata, "name") or _word(metadata, "generateName")
    namespace = _word(metadata, "namespace") or "default"
    value = value.but(span=_header(data.get("kind"), value.span))
    canonical_kind = canonical(_word(value, "apiVersion"), kind)
    address = f"{kind}.{namespace}.{name}"
    resource = Resource(canonical_kind, label or name, address, FRAMEWORK, value, graph)
    graph.add(resource)
    for program in programs(resource, graph):
        graph.add(program)


def _header(kind: Value | None, whole: Span | None) -> Span | None:
    """The entry `kind: Pod`: what a finding about something that is missing is shown at."""
    header = getattr(kind.site, "header", None) if kind is not None else None
    if kind is None or kind.span is None or not isinstance(header, Span):
        return whole
    return Span(header.path, header.start, kind.span.end)


def _word(value: Value | None, key: str) -> str:
    """The text at a key of a mapping; empty where there is none."""
    data = value.data if value is not None else None
    found = data.get(key) if isinstance(data, Mapping) else None
    return str(found.data) if found is not None and isinstance(found.data, (str, int)) else ""


def syntax_errors(document: Document, problems: Iterable[Problem]) -> Iterable[Finding]:
    """What cannot be read of a document, as findings."""
    for problem in problems:
        yield Finding(
            SYNTAX_ERROR.id,
            SYNTAX_ERROR.severity,
            problem.message,
            document.span(problem.start, problem.end),
            framework=FRAMEWORK,
        )
