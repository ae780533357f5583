"""Mappings whose values are made when they are first read: most of what a module declares is never asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ...resource import UNKNOWN, Value


class Lazy(Mapping[str, Value]):
    """Values made on demand, once; `names` are looked at when the first is asked for. A name that is read while it is
    being made is unknown.

    `hidden` names can be asked for, but are not listed: what follows from the rest and is written nowhere.
    """

    __slots__ = ("_given", "_hidden", "_listed", "_made", "_make")

    def __init__(self, names: Iterable[str], make: Callable[[str], Value], hidden: Collection[str] = ()) -> None:
        self._given = names
        self._listed: dict[str, None] | None = None
        self._make = make
        self._made: dict[str, Value] = {}
        self._hidden = hidden

    def __getitem__(self, name: str) -> Value:
        made = self._made.get(name)
        if made is None:
            if name not in self._names() and name not in self._hidden:
                raise KeyError(name)
            self._made[name] = Value(UNKNOWN)  # what a cycle sees
            try:
                made = self._make(name)
            except RecursionError:  # a chain of references deeper than the stack
                made = Value(UNKNOWN)
            except BaseException:
                del self._made[name]  # nobody may take what a cycle sees for the value
                raise
            self._made[name] = made
        return made

    def at_hand(self) -> list[Value]:
        """The values that were made already."""
        return list(self._made.values())

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def __contains__(self, name: object) -> bool:
        return name in self._names()

    def _names(self) -> dict[str, None]:
        listed = self._listed
        if listed is None:
            listed = self._listed = dict.fromkeys(self._given)
        return listed


class AnyKey(Mapping[str, Value]):
    """The instances of something whose keys cannot be known: every key gives the one symbolic instance."""

    __slots__ = ("_instance",)

    def __init__(self, instance: Value) -> None:
        self._instance = instance

    def __getitem__(self, key: str) -> Value:
        return self._instance

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
