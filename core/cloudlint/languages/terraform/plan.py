"""Plans and states as JSON (`terraform show -json`): every value is known or said to be unknown; links need tracing.

Format: https://developer.hashicorp.com/terraform/internals/json-format.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from ...analysis import Analysis
from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from ...resource import KNOWN, UNKNOWN, Graph, Resource, Value
from ...vocabulary.json_text import parse_json
from ...vocabulary.json_tree import JsonError
from .plan_links import Links
from .plan_places import show_in

HEAD = 4000  # code points in which Terraform's own keys stand, before any resource


def is_plan(text: str) -> bool:
    """Does this JSON come from `terraform show -json`?"""
    head = text[:HEAD]
    return '"terraform_version"' in head and '"format_version"' in head


def analyse_plan(document: Document, configuration: Callable[[str], Analysis] | None = None) -> Analysis:
    """The resources that a plan or state will have.

    `configuration` evaluates the root module of a directory: where it lies beside the plan, findings are shown there.
    """
    try:
        tree = parse_json(document.text, document.path, editable=False)
    except JsonError as error:
        place = document.span(error.offset, error.offset + 1)
        notice = Finding(SYNTAX_ERROR.id, SYNTAX_ERROR.severity, error.message, place, framework="terraform")
        return Analysis((), {document.path: document}, (notice,))
    graph = Graph()
    values = tree["planned_values"] if tree["planned_values"].state is KNOWN else tree["values"]
    unknown = {change["address"].text: change["change.after_unknown"] for change in tree["resource_changes"].items()}
    for described in _resources(values["root_module"]):
        _add(graph, described, unknown.get(described["address"].text))
    Links(tree["configuration.root_module"], graph).trace()
    if any(kind.startswith("kubernetes_") for kind in graph.kinds):
        from ..kubernetes.from_terraform import translate  # only where there are some

        translate(graph)
    documents = {document.path: document}
    if configuration is not None and graph.resources:
        beside = configuration(posixpath.dirname(document.path))
        if show_in(beside.graph, graph):
            documents.update(beside.documents)
    return Analysis((graph,), documents)


def _resources(module: Value) -> Iterator[Value]:
    yield from module["resources"].items()
    for child in module["child_modules"].items():
        yield from _resources(child)


def _add(graph: Graph, described: Value, unknown: Value | None) -> None:
    kind, label, address = (described[key].text for key in ("type", "name", "address"))
    if not (kind and label and address):
        return
    body = _with_unknown(described["values"], unknown)
    place = described.but(data=body, open=False, trail=())
    prefix = "data." if described["mode"].equals("data") else ""
    graph.add(Resource(prefix + kind, label, address, "terraform", place, graph))


def _with_unknown(values: Value, unknown: Value | None) -> dict[str, Value]:
    """The attributes of an object, those that are known after apply included."""
    made = dict(values.data) if isinstance(values.data, Mapping) else {}
    if unknown is None or not isinstance(unknown.data, Mapping):
        return made
    for name, mark in unknown.data.items():
        present = made.get(name)
        if mark.data is True:
            made[name] = Value(UNKNOWN, None, values.span, name=name)
        elif present is not None and isinstance(mark.data, Mapping):
            made[name] = present.but(data=_with_unknown(present, mark))
        elif present is not None and isinstance(mark.data, tuple) and isinstance(present.data, tuple):
            made[name] = present.but(data=_items_with_unknown(present.data, mark.data))
    return made


def _items_with_unknown(items: tuple[Value, ...], marks: tuple[Value, ...]) -> tuple[Value, ...]:
    made = list(items)
    for position, mark in enumerate(marks[: len(items)]):
        item = made[position]
        if mark.data is True:
            made[position] = Value(UNKNOWN, None, item.span)
        elif isinstance(item.data, Mapping):
            made[position] = item.but(data=_with_unknown(item, mark))
    return tuple(made)
