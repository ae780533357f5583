"""Regular expressions that cost little at a start, where compiling all of them was a seventh of the work.

`pattern` compiles when it is first used; `compiled` at once, where a method is taken from it for a hot loop. Both give
what the start image has kept, if it has: what `_sre` makes a pattern from, so that `re` is not even imported.
"""

from __future__ import annotations

from contextlib import suppress

from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from .typed import TypeAlias

Asked: TypeAlias = "tuple[str, int]"  # source and flags
Recipe: TypeAlias = "tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]"

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "pattern", "groupindex")

kept: dict[Asked, Recipe] = {}
missed: list[Asked] = []  # those that were compiled here


class _Uncompiled:
    """Stands for a pattern until it is asked for anything."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        made = compiled(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled regular expression, as far as its methods go; `flags` as for `re.compile`."""
    return _Uncompiled(source, flags)  # type: ignore[return-value]


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that the program is written with, as `re.compile` gives it."""
    recipe = kept.get((source, int(flags)))
    if recipe is not None:
        with suppress(ImportError, AttributeError, TypeError, ValueError, RuntimeError):  # another Python's
            return _made(source, recipe)
    import re

    missed.append((source, int(flags)))
    return re.compile(source, flags)


def recipes() -> dict[Asked, Recipe]:
    """What is kept, and what was missed; without what this Python cannot tell the code of."""
    told = dict(kept)
    for asked in missed:
        with suppress(ImportError, AttributeError, TypeError):
            told[asked] = _recipe(*asked)
    return told


def _made(source: str, recipe: Recipe) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]  # it looks the code over before it takes it

    flags, code, groups, names, named = recipe
    made: re.Pattern[str] = _sre.compile(source, flags, memoryview(code).cast("I").tolist(), groups, names, named)
    return made


def _recipe(source: str, flags: int) -> Recipe:
    """What `re.compile` hands to `_sre`, which has no name that could be asked for it."""
    import sys
    from array import array

    if sys.version_info >= (3, 11):
        from re import _compiler as compiler
        from re import _parser as parser
    else:
        import sre_compile as compiler
        import sre_parse as parser

    parsed = parser.parse(source, flags)
    names: dict[str, int] = parsed.state.groupdict
    named: list[str | None] = [None] * parsed.state.groups
    for name, group in names.items():
        named[group] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()  # type: ignore[attr-defined]
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(named)
