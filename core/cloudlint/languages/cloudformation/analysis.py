"""Templates to resources in the canonical vocabulary: one graph for a template and the local ones nested in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from ...analysis import Analysis
from ...document import Document
from ...model import Finding, Related
from ...resource import ABSENT, KNOWN, Graph, Nested, Resource, Site, Value
from ...typed import NamedTuple
from ...workspace import Workspace
from .beside import BesideSite
from .callers import NESTED, local_template
from .headers import key_of
from .intrinsics import evaluate
from .rows import Row
from .sam import implicit, with_globals
from .scope import Scope
from .tables import row_of
from .template import Declared, declared, is_root, parsed, type_of
from .translating import Described, fill, shell

NOT_HERE = "the template of this stack is not in the repository"
MOST_NESTED = 10  # levels of stacks in stacks
MOST_TEMPLATES = 200  # nested in one, each as often as it is nested


def analysed(workspace: Workspace, path: str) -> Analysis:
    """The resources of a template, one graph for each document in the file; nothing where it turns out to be none."""
    templates = _Templates(workspace)
    graphs = tuple(_graph(root, path, templates) for root in templates.roots(path))
    found = (tuple(templates.notices), tuple(templates.not_followed))
    return Analysis(graphs, templates.documents, *found, frozenset(templates.asked))


class _Templates:
    """The templates that are read for one: `asked` are the paths that were looked for, `not_followed` what leads to
    none of them."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.documents: dict[str, Document] = {}
        self.notices: list[Finding] = []
        self.not_followed: list[Related] = []
        self.asked: set[str] = set()
        self.count = 0
        self._roots: dict[str, tuple[Value, ...]] = {}

    def roots(self, path: str) -> tuple[Value, ...]:
        """The templates in a file."""
        if path not in self._roots:
            self.asked.add(path)
            self._roots[path] = ()
            document = self.workspace.read(path)
            found = parsed(document) if document is not None else None
            roots = tuple(root for root in found.roots if is_root(root)) if found is not None else ()
            if document is not None and found is not None and roots:
                document.language = "cloudformation"
                self.documents[path] = document
                self.notices += found.notices
                self._roots[path] = roots
        return self._roots[path]

    def nested(self, path: str) -> Value | None:
        """The template that a nested stack is made from; None where it is not at hand."""
        self.asked.update((path, posixpath.dirname(path)))
        if self.count >= MOST_TEMPLATES or not self.workspace.exists(path):
            return None
        self.count += 1
        return next(iter(self.roots(path)), None)


class _Waiting(NamedTuple):
    """A resource whose properties are worked out once all names are known."""

    declared: Declared
    resource: Described
    row: Row
    root: Value


def _graph(root: Value, path: str, templates: _Templates) -> Graph:
    """All that a template and those nested in it describe."""
    graph = Graph()
    waiting: list[_Waiting] = []
    _declare(Scope(root), (path,), graph, templates, waiting)
    for one in waiting:
        for made in _filled(*one):
            graph.add(made)
    return graph


def _declare(
    scope: Scope, paths: tuple[str, ...], graph: Graph, templates: _Templates, waiting: list[_Waiting], above: str = ""
) -> None:
    """The resources of one template, known by name only; `paths` are those of the templates around it and its own."""
    found = list(declared(scope.root, scope))
    for one in (*found, *(it for it in implicit(found) if all(it.label != other.label for other in found))):
        row = row_of(type_of(one.raw)) or Row("")
        place = Value(KNOWN, {}, key_of(one.raw), site=one.raw.site)
        resource = shell(one.key, above + one.label, place, graph)
        scope.resources[one.label] = resource
        waiting.append(_Waiting(one, resource, row, scope.root))
        nested = _nested(one, paths, templates)
        if nested is not None:
            root, path = nested
            inner = scope.stacks[one.label] = Scope(root, one.raw.entry("Properties").entry("Parameters"), one.scope)
            _declare(inner, (*paths, path), graph, templates, waiting, f"{above}{one.label}/")


def _nested(one: Declared, paths: tuple[str, ...], templates: _Templates) -> tuple[Value, str] | None:
    """The template of a nested stack, and its path, where it is at hand."""
    where = NESTED.get(type_of(one.raw))
    if where is None or len(paths) > MOST_NESTED:
        return None
    location = evaluate(one.raw.entry("Properties").entry(where), one.scope)
    path = local_template(posixpath.dirname(paths[-1]), location)
    root = templates.nested(path) if path and path not in paths else None
    if root is None and location.span is not None:
        templates.not_followed.append(Related(location.span, NOT_HERE))
    return None if root is None else (root, path)


def _filled(one: Declared, resource: Described, row: Row, root: Value) -> Iterable[Resource]:
    raw = with_globals(type_of(one.raw), one.raw, root).entry("Properties")
    properties = evaluate(raw, one.scope) if raw.state is not ABSENT else _no_properties(one.raw, raw)
    if not isinstance(properties.data, Mapping):  # half typed, or made by a macro
        properties = Value(KNOWN, {}, open=True, name="Properties")
    properties = properties.but(span=resource.span)
    beside: Site | None = BesideSite(one, root, row, properties) if one.raw.site is not None else None
    return fill(resource, properties, row, beside)


def _no_properties(raw: Value, section: Value) -> Value:
    """A resource without properties: the first one written brings the section with it, where it is not there."""
    if isinstance(raw.data, Mapping) and "Properties" in raw.data:
        return Value(KNOWN, {}, raw.span, site=section.site, name="Properties")
    missing = Value(ABSENT, None, raw.span, site=raw.site, name="Properties")
    return Value(KNOWN, {}, raw.span, site=Nested(missing), name="Properties")
