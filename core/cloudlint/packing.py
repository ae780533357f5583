"""Packing: a judged part as plain lists, and back, to be sent from process to process and to be kept on disk.

Places name their document by its number in a list of paths. What comes back is checked all through: it may have been
written by another version or by somebody with other intentions, and can be refused, but do no harm.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from .judged import Judged, Left
from .linting import Judgement
from .model import Edit, Finding, Fix, Related, Safety, Severity, Span, Undecided
from .resource import Graph, Resource
from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from .typed import TypeAlias

Packed: TypeAlias = "str | int | list[Packed] | None"


class _Packer:
    """`paths` grows with the places that are packed."""

    def __init__(self) -> None:
        self.paths: dict[str, int] = {}

    def path(self, path: str) -> int:
        return self.paths.setdefault(path, len(self.paths))

    def span(self, span: Span) -> Packed:
        return [self.path(span.path), span.start, span.end]

    def related(self, related: Related) -> Packed:
        return [self.span(related.span), related.message]

    def finding(self, finding: Finding) -> Packed:
        fix = finding.fix
        return [
            *(finding.rule, int(finding.severity), finding.message, self.span(finding.span)),
            *(finding.resource, finding.kind, finding.framework),
            [self.related(related) for related in finding.related],
            None if fix is None else [fix.title, [[self.span(at), text] for at, text in fix.edits], int(fix.safety)],
        ]

    def undecided(self, item: Undecided) -> Packed:
        return [item.rule, self.span(item.span), item.resource, item.decided_by]

    def judgement(self, judgement: Judgement) -> Packed:
        instances: list[Packed] = [
            [number, list(judgement.instances[finding])]
            for number, finding in enumerate(judgement.findings)
            if finding in judgement.instances
        ]
        return [
            [self.finding(finding) for finding in judgement.findings],
            [self.undecided(item) for item in judgement.undecided],
            judgement.checks,
            instances,
        ]

    def resource(self, resource: Resource) -> Packed:
        texts = resource.texts if isinstance(resource, Left) else {}
        span = None if resource.span is None else self.span(resource.span)
        wanted: list[Packed] = [[path, list(found)] for path, found in texts.items()]
        return [resource.kind, resource.address, resource.framework, span, wanted]


def packed(judged: Judged) -> Packed:
    """A part whose values have been let go."""
    packer = _Packer()
    content: list[Packed] = [
        [[packer.path(path), language] for path, language in judged.documents.items()],
        [[packer.resource(resource) for resource in graph.resources] for graph in judged.graphs],
        [packer.judgement(judgement) for judgement in judged.judgements],
        [packer.finding(notice) for notice in judged.notices],
        [packer.finding(notice) for notice in judged.unread],
        [packer.related(related) for related in judged.not_followed],
        [[packer.path(path), " ".join(sorted(places))] for path, places in judged.blocks.items()],
        [packer.path(path) for path in judged.hinted],
        [[name, judged.depends[name]] for name in sorted(judged.depends)],
        judged.failure,
    ]
    return [[*packer.paths], content]


class _Reader:
    """Raises ValueError for what no packer has written. `rules` are the ids that there are."""

    def __init__(self, paths: Packed, rules: Container[str]) -> None:
        self.paths = [_text(path) for path in _list(paths)]
        self.rules = rules

    def path(self, number: Packed) -> str:
        if not 0 <= _number(number) < len(self.paths):
            raise ValueError("a path that is not there")
        return self.paths[_number(number)]

    def rule(self, id: Packed) -> str:
        if id not in self.rules:
            raise ValueError("a rule that is not there")
        return _text(id)

    def span(self, content: Packed) -> Span:
        path, start, end = _list(content)
        return Span(self.path(path), _number(start), _number(end))

    def related(self, content: Packed) -> Related:
        span, message = _list(content)
        return Related(self.span(span), _text(message))

    def finding(self, content: Packed) -> Finding:
        rule, severity, message, span, resource, kind, framework, related, fix = _list(content)
        return Finding(
            self.rule(rule),
            Severity(_number(severity)),
            _text(message),
            self.span(span),
            _text(resource),
            _text(kind),
            _text(framework),
            tuple(self.related(item) for item in _list(related)),
            None if fix is None else self.fix(fix),
        )

    def fix(self, content: Packed) -> Fix:
        title, edits, safety = _list(content)
        pairs = (_list(edit) for edit in _list(edits))
        return Fix(_text(title), tuple(Edit(self.span(at), _text(text)) for at, text in pairs), Safety(_number(safety)))

    def undecided(self, content: Packed) -> Undecided:
        rule, span, resource, decided_by = _list(content)
        return Undecided(self.rule(rule), self.span(span), _text(resource), _text(decided_by))

    def judgement(self, content: Packed) -> Judgement:
        findings, undecided, checks, instances = _list(content)
        found = tuple(self.finding(item) for item in _list(findings))
        several = {}
        for number, addresses in (_list(item) for item in _list(instances)):
            if not 0 <= _number(number) < len(found):
                raise ValueError("a finding that is not there")
            several[found[_number(number)]] = _texts(addresses)
        return Judgement(found, tuple(self.undecided(item) for item in _list(undecided)), _number(checks), several)

    def graph(self, content: Packed) -> Graph:
        graph = Graph()
        for kind, address, framework, span, wanted in (_list(item) for item in _list(content)):
            place = None if span is None else self.span(span)
            texts = {_text(path): tuple(_maybe(text) for text in _list(found)) for path, found in _pairs(wanted)}
            graph.add(Left(_text(kind), _text(address), _text(framework), place, texts, graph))
        return graph


def unpacked(content: Packed, rules: Container[str]) -> Judged:
    """A part as it was packed; raises ValueError where that cannot be. `rules` are the ids that there are."""
    paths, rest = _list(content)
    reader = _Reader(paths, rules)
    documents, graphs, judgements, notices, unread, not_followed, blocks, hinted, depends, failure = _list(rest)
    found = Judged(
        {reader.path(path): _text(language) for path, language in _pairs(documents)},
        tuple(reader.graph(graph) for graph in _list(graphs)),
        tuple(reader.judgement(judgement) for judgement in _list(judgements)),
        tuple(reader.finding(notice) for notice in _list(notices)),
        tuple(reader.finding(notice) for notice in _list(unread)),
        tuple(reader.related(related) for related in _list(not_followed)),
        {reader.path(path): frozenset(_text(places).split()) for path, places in _pairs(blocks)},
        tuple(reader.path(path) for path in _list(hinted)),
        {_text(name): _text(print) for name, print in _pairs(depends)},
        _text(failure),
    )
    if len(found.graphs) != len(found.judgements):
        raise ValueError("not one judgement for each graph")
    return found


def _list(content: Packed) -> list[Packed]:
    if not isinstance(content, list):
        raise ValueError("no list")
    return content


def _pairs(content: Packed) -> Iterable[tuple[Packed, Packed]]:
    for item in _list(content):
        first, second = _list(item)
        yield first, second


def _text(content: Packed) -> str:
    if not isinstance(content, str):
        raise ValueError("no text")
    return content


def _maybe(content: Packed) -> str | None:
    return None if content is None else _text(content)


def _texts(content: Packed) -> tuple[str, ...]:
    return tuple(_text(item) for item in _list(content))


def _number(content: Packed) -> int:
    if type(content) is not int:
        raise ValueError("no number")
    return content
