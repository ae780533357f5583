"""What a function of a template asks of the names around it; `scope.py` answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...resource import Resource, Value
from ...typed import Protocol


class Surroundings(Protocol):
    """The names of one template, as seen from inside of its loops (`loop` holds their variables)."""

    loop: dict[str, Value]

    @property
    def resources(self) -> Mapping[str, Resource]:
        """The resources by logical id."""

    def evaluate(self, raw: Value, depth: int) -> Value:
        """A value with all functions in it worked out."""

    def parameter(self, name: str) -> Value | None:
        """What a parameter is worth; None where there is no such parameter."""

    def mapped(self, table: str | None, first: str | None, second: str | None) -> Value | None:
        """An entry of a mapping, if it is known."""

    def output(self, stack: str, name: str) -> Value | None:
        """An output of a nested stack; None where its template is not at hand."""

    def condition(self, name: str, hops: int = 0) -> bool | None:
        """Does a condition hold? None where that cannot be known."""

    def decide(self, raw: Value, depth: int) -> bool | None:
        """Whether a condition's expression holds."""

    def filled(self, text: str) -> str:
        """A text with the loop variables written in."""

    def countable(self, loop: Value, depth: int = 0) -> bool:
        """Is it known over what a loop runs?"""

    def rounds(self, loop: Value, depth: int = 0) -> Iterator[tuple[str, Value, Surroundings]]:
        """The entries a loop makes: key as it is written, raw body, and the names both are worked out with."""
