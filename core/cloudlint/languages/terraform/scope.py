"""The names that an expression may use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...document import Document
from ...model import Span
from ...resource import KNOWN, Value
from ...typed import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .functions import Context
    from .syntax import Block, Node

# Names that no identifier can be called.
SPLAT = "*"  # a splat's element
OWN = "."  # the resource whose block it is: `self` in some blocks of it
TRIED = "?"  # bound where a failure would be caught: by `try` or `can`


class Names(Protocol):
    """What a module instance offers to its expressions."""

    @property
    def context(self) -> Context:
        """What functions may know: the root module's folder and the files of the repository."""

    def root(self, name: str) -> Value | None:
        """The value of a first name (`var`, `local`, `module`, `data`, a resource type); None where there is none."""

    def declared_blocks(self, kind: str) -> Iterable[tuple[str, Document, Block]]:
        """The resources of a type that the module declares, in all its files: name, document and block."""


class Scope:
    """The place an expression is evaluated in: its document, its module's names, and the names bound around it.

    `kept` are the expressions that have one value in all rounds of the loops around it, and that value once it is made.
    """

    __slots__ = ("bindings", "document", "kept", "names")

    def __init__(
        self,
        document: Document,
        names: Names,
        bindings: Mapping[str, Value],
        kept: dict[Node, list[Value]] | None = None,
    ) -> None:
        self.document = document
        self.names = names
        self.bindings = bindings
        self.kept = kept

    def lookup(self, name: str) -> Value | None:
        """The value of a first name; inner bindings win."""
        bound = self.bindings.get(name)
        return bound if bound is not None else self.names.root(name)

    def binding(self, bindings: Mapping[str, Value]) -> Scope:
        """This scope with more names bound."""
        return Scope(self.document, self.names, {**self.bindings, **bindings}, self.kept)

    def inside(self, document: Document) -> Scope:
        """The same names, for an expression of another file of the module."""
        return self if document is self.document else Scope(document, self.names, self.bindings, self.kept)

    def span(self, start: int, end: int) -> Span:
        """A span of the scope's document."""
        return tuple.__new__(Span, (self.document.path, start, end))  # twice as fast, and asked for at every node


class NoNames:
    """The names of a text that may use none but those bound around it: a values file, a template."""

    __slots__ = ("context",)

    def __init__(self, context: Context) -> None:
        self.context = context

    def root(self, name: str) -> Value | None:
        """There are none."""
        return None

    def declared_blocks(self, kind: str) -> Iterable[tuple[str, Document, Block]]:
        """There are none."""
        return ()


def elements(value: Value) -> tuple[Value, ...]:
    """The elements of a known list as seen from it, without noting a read."""
    return tuple([value.part(item) for item in value.data]) if isinstance(value.data, tuple) else ()


def pairs(collection: Value) -> list[tuple[Value, Value]]:
    """Key and element of everything in a known collection, as `for_each` sees them: mappings by key."""
    data = collection.data
    if isinstance(data, Mapping):
        return [(Value(KNOWN, key, data[key].span), collection.part(data[key])) for key in sorted(data)]
    return [(Value(KNOWN, position, item.span), item) for position, item in enumerate(elements(collection))]


def rounds(
    scope: Scope, collection: Value, key: str, value: str, kept: dict[Node, list[Value]] | None = None
) -> Iterator[Scope]:
    """The scope of each round of a loop over a known collection: one and the same, with other elements bound in it.

    `key` is empty where the loop names only the elements; `kept` are the expressions that the loop is to keep.
    """
    bindings = {**scope.bindings}
    inner = Scope(scope.document, scope.names, bindings, kept or scope.kept)
    if key:
        for bindings[key], bindings[value] in pairs(collection):
            yield inner
        return
    data = collection.data
    items = (
        [collection.part(data[name]) for name in sorted(data)] if isinstance(data, Mapping) else elements(collection)
    )
    for bindings[value] in items:
        yield inner
