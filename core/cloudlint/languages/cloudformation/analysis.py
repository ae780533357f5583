"""Templates to resources in the canonical vocabulary: one graph a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...analysis import Analysis
from ...resource import ABSENT, KNOWN, Graph, Nested, Resource, Site, Value
from ...workspace import Workspace
from .beside import BesideSite
from .headers import key_of
from .intrinsics import evaluate
from .rows import Row
from .sam import with_globals
from .scope import Scope
from .tables import row_of
from .template import Declared, declared, is_root, parsed, type_of
from .translating import Described, fill, shell


def analyses(workspace: Workspace, paths: Iterable[str]) -> Iterator[Analysis]:
    """The resources of each template among the files; a file that turns out to be none gives nothing."""
    for path in paths:
        document = workspace.read(path)
        if document is None:
            continue
        found = parsed(document)
        roots = [root for root in found.roots if is_root(root)]
        if roots:
            document.language = "cloudformation"
            yield Analysis(tuple(graph_of(root) for root in roots), {path: document}, found.notices)


def graph_of(root: Value) -> Graph:
    """All that a template describes."""
    graph = Graph()
    scope = Scope(root)
    waiting: list[tuple[Declared, Described, Row]] = []
    for one in declared(root, scope):
        row = row_of(type_of(one.raw)) or Row("")
        place = Value(KNOWN, {}, key_of(one.raw), site=one.raw.site)
        resource = shell(one.label, place, graph)
        scope.resources[one.label] = resource
        waiting.append((one, resource, row))
    for one, resource, row in waiting:
        for made in _filled(one, resource, row, root):
            graph.add(made)
    return graph


def _filled(one: Declared, resource: Described, row: Row, root: Value) -> Iterable[Resource]:
    raw = with_globals(type_of(one.raw), one.raw, root).entry("Properties")
    properties = evaluate(raw, one.scope) if raw.state is not ABSENT else _no_properties(one.raw, raw)
    if not isinstance(properties.data, Mapping):  # half typed, or made by a macro
        properties = Value(KNOWN, {}, open=True, name="Properties")
    properties = properties.but(span=resource.span)
    beside: Site = BesideSite(one, root, row, properties)
    return fill(resource, properties, row, beside)


def _no_properties(raw: Value, section: Value) -> Value:
    """A resource without properties: the first one written brings the section with it, where it is not there."""
    if isinstance(raw.data, Mapping) and "Properties" in raw.data:
        return Value(KNOWN, {}, raw.span, site=section.site, name="Properties")
    missing = Value(ABSENT, None, raw.span, site=raw.site, name="Properties")
    return Value(KNOWN, {}, raw.span, site=Nested(missing), name="Properties")
