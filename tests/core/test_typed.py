"""Our named tuples do what those of `typing` do."""

from __future__ import annotations

import pickle
import typing

import pytest

from cloudlint import typed


class Ours(typed.NamedTuple):
    """Made by `cloudlint.typed`."""

    name: str
    size: int = 1
    tags: tuple[str, ...] = ()

    def twice(self) -> int:
        """A method."""
        return self.size * 2


class Theirs(typing.NamedTuple):
    """Made by `typing`."""

    name: str
    size: int = 1
    tags: tuple[str, ...] = ()

    def twice(self) -> int:
        """A method."""
        return self.size * 2


@pytest.mark.parametrize(
    ("positional", "named"),
    [
        (("a",), {}),
        (("a", 2), {}),
        (("a", 2, ("x",)), {}),
        (("a",), {"tags": ("x",)}),
        ((), {"name": "a"}),
        ((), {"tags": (), "size": 3, "name": "a"}),
        ((), {}),
        (("a", 2, (), 4), {}),
        (("a",), {"name": "b"}),
        (("a",), {"colour": "red"}),
        ((), {"size": 2}),
    ],
)
def test_made_alike(positional: tuple[object, ...], named: dict[str, object]) -> None:
    ours, theirs = made(Ours, positional, named), made(Theirs, positional, named)
    assert ours == theirs


def made(kind: type[Ours] | type[Theirs], positional: tuple[object, ...], named: dict[str, object]) -> object:
    """The values of a new one, or None where it is refused."""
    try:
        return tuple(kind(*positional, **named))  # type: ignore[arg-type]
    except TypeError:
        return None


def test_used_alike() -> None:
    ours, theirs = Ours("a", 2), Theirs("a", 2)
    assert (ours.name, ours.size, ours.tags, ours.twice()) == (theirs.name, theirs.size, theirs.tags, theirs.twice())
    assert tuple(ours._replace(size=5)) == tuple(theirs._replace(size=5))
    assert type(ours._replace(size=5)) is Ours
    assert ours._asdict() == theirs._asdict()
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert hash(ours) == hash(theirs)
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert Ours._make(["a", 2, ()]) == ours
    assert Ours._fields == Theirs._fields
    assert not hasattr(ours, "__dict__")
    match ours:
        case Ours(name, size):
            assert (name, size) == ("a", 2)


def test_misuse_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        Ours("a")._replace(colour="red")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Ours("a").name = "b"  # type: ignore[misc]
    with pytest.raises(TypeError, match="without default"):

        class _Wrong(typed.NamedTuple):
            name: str = ""
            size: int  # type: ignore[misc]
