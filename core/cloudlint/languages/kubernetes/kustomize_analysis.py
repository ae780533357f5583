"""Kustomizations to the resources that they build: one graph a build."""

from __future__ import annotations

from collections.abc import Mapping

from ...analysis import Analysis
from ...resource import UNKNOWN, Graph, Value
from ...workspace import Workspace
from .analysis import add, objects, syntax_errors
from .kustomize import parsed
from .kustomize_build import Building


def analyse_kustomization(workspace: Workspace, path: str) -> Analysis:
    """The resources that the kustomization at `path` builds."""
    building = Building(workspace, objects)
    graph = Graph()
    for built in building.objects(path):
        value = _without_namespace(built.value)
        add(graph, _opened(value) if built.part else value, built.label)
    documents = building.documents
    notices = tuple(notice for one in documents.values() for notice in syntax_errors(one, parsed(one).problems))
    return Analysis(
        (graph,) if graph.resources else (),
        {**building.texts, **documents},
        notices,
        tuple(building.not_followed),
        frozenset(document.rpartition("/")[0] for document in (*documents, *building.texts)),
    )


def _opened(value: Value) -> Value:
    """A part of something: nothing that it leaves out is surely missing."""
    data = value.data
    if isinstance(data, tuple):
        return value.but(data=tuple(_opened(item) for item in data), open=True)
    if isinstance(data, Mapping):
        return value.but(data={key: _opened(item) for key, item in data.items()}, open=True)
    return value


def _without_namespace(value: Value) -> Value:
    """An object that names no namespace: whoever applies what is built decides."""
    assert isinstance(value.data, Mapping)
    metadata = value.data.get("metadata")
    if metadata is None or not isinstance(metadata.data, Mapping) or "namespace" in metadata.data:
        return value
    decided = Value(UNKNOWN, None, metadata.span, name="namespace")
    return value.but(data={**value.data, "metadata": metadata.but(data={**metadata.data, "namespace": decided})})
