"""Regular expressions that are compiled when they are first used: compiling all of them was a tenth of a start."""

from __future__ import annotations

from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "pattern", "groupindex")


class _Uncompiled:
    """Stands for a pattern until it is asked for anything."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        import re

        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled regular expression, as far as its methods go; `flags` as for `re.compile`."""
    return _Uncompiled(source, flags)  # type: ignore[return-value]
