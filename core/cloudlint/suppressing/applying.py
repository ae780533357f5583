"""Applying: which findings the ignores of the documents suppress, and which ignores were of use.

A finding can be ignored wherever it can be seen: at its place, at the places that explain it, in the block of the
resource it is about, and at every module call on the way to that resource.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..catalog import Catalog
from ..document import Document
from ..model import Finding, Related, Span, Undecided
from ..notices import TOLD
from ..patterns import pattern as regex
from ..resource import Graph, Resource
from ..typed import NamedTuple
from .ignore import Ignore
from .policy import Policy
from .reading import all_ignores

_STEP = regex(r'module\.[^.\["]+(?:\["(?:[^"\\]|\\.)*"\]|\[[^\]]*\])?(?=\.)')
_ALWAYS_TOLD = frozenset(rule.id for rule in TOLD)


class Suppressed(NamedTuple):
    """A finding that is not reported, and who said so.

    means   `comment`, `settings` or `baseline`
    place   where it is said: the comment, None for settings and baselines
    """

    finding: Finding
    means: str
    reason: str = ""
    until: str = ""
    by: str = ""
    place: Span | None = None


class Comments:
    """The ignores of some documents, ready to be asked about findings; remembers which were of use."""

    def __init__(self, documents: Iterable[Document], catalog: Catalog, policy: Policy) -> None:
        self.catalog = catalog
        self.policy = policy
        self.ignores = all_ignores(documents)
        self.used: set[tuple[Ignore, str]] = set()  # with the pattern that matched
        self.meant: dict[str, frozenset[str]] = {}
        self._by_path: dict[str, list[Ignore]] = {}
        for ignore in self.ignores:
            self._by_path.setdefault(ignore.span.path, []).append(ignore)
        self._graphs: dict[int, _Places] = {}

    def rules(self, pattern: str) -> frozenset[str]:
        """The ids that a pattern of a comment means; a glob never means what says that nothing was judged."""
        if pattern not in self.meant:
            ids = frozenset(self.catalog.matching(pattern)) or frozenset(self.catalog.matching(f"avd-{pattern}"))
            exact = pattern.lower() in self.catalog.ids
            self.meant[pattern] = ids if exact else ids - _ALWAYS_TOLD
        return self.meant[pattern]

    def verdict(self, finding: Finding, addresses: Sequence[str], graph: Graph | None) -> Suppressed | None:
        """Who suppresses a finding; None where nobody does, or not for all of its instances."""
        if not self.ignores:
            return None
        said: Ignore | None = None
        for address in addresses or (finding.resource,):
            ignore = self._ignoring(finding, address, graph)
            if ignore is None:
                return None
            said = said or ignore
        if said is None:
            return None
        return Suppressed(finding, "comment", said.reason, said.until, said.by, said.span)

    def touches(self, ignore: Ignore, item: Undecided | Related, graphs: Iterable[Graph]) -> bool:
        """Is something that could not be judged among what an ignore is about?"""
        if isinstance(item, Related):
            return _covers(ignore, item.span)
        if not any(item.rule in self.rules(pattern.text) for pattern in ignore.patterns):
            return False
        places = (place for graph in graphs for place in self.places(graph).of(item.resource))
        return _covers(ignore, item.span) or any(_covers(ignore, place) for place in places)

    def places(self, graph: Graph) -> _Places:
        """The places of a graph's resources."""
        if id(graph) not in self._graphs:
            self._graphs[id(graph)] = _Places(graph)
        return self._graphs[id(graph)]

    def _ignoring(self, finding: Finding, address: str, graph: Graph | None) -> Ignore | None:
        own = dict.fromkeys((finding.span, *(related.span for related in finding.related)))
        spans = dict.fromkeys((*own, *(self.places(graph).of(address) if graph is not None else ())))
        found: Ignore | None = None
        for span in spans:
            for ignore in self._by_path.get(span.path, ()):
                if _covers(ignore, span) and (span in own or not ignore.line):
                    pattern = self._matching(ignore, finding.rule)
                    if pattern and self._meant(ignore, address, graph):
                        self.used.add((ignore, pattern))
                        if self.policy.refusal(ignore, finding.rule) is None:
                            found = found or ignore
        return found

    def _matching(self, ignore: Ignore, rule: str) -> str:
        return next((pattern.text for pattern in ignore.patterns if rule in self.rules(pattern.text)), "")

    def _meant(self, ignore: Ignore, address: str, graph: Graph | None) -> bool:
        """Is this the workspace, and has the resource the values, that the ignore asks for?"""
        if not self.policy.is_here(ignore):
            return False
        if not ignore.only:
            return True
        resource = self.places(graph).resources.get(address) if graph is not None else None
        return resource is not None and all(
            any(value.text == wanted for value in resource.each(path)) for path, wanted in ignore.only
        )


class _Places:
    """Where the resources of a graph stand, and the module calls that made them."""

    def __init__(self, graph: Graph) -> None:
        self.resources: dict[str, Resource] = {resource.address: resource for resource in graph.resources}

    def of(self, address: str) -> Iterator[Span]:
        """The place of a resource and of each module call on the way to it."""
        for name in (address, *calls(address)):
            resource = self.resources.get(name)
            if resource is not None and resource.span is not None:
                yield resource.span


def calls(address: str) -> Iterator[str]:
    """The module calls in a resource's address, outermost first, as addresses: the call itself has no key."""
    for step in _STEP.finditer(address):
        if step.start() == 0 or address[step.start() - 1] == ".":
            call = address[: step.end()]
            last = call[step.start() :]
            yield call[: step.start()] + (last.partition("[")[0])


def _covers(ignore: Ignore, span: Span) -> bool:
    return ignore.span.path == span.path and any(start <= span.start < end for start, end in ignore.covers)
