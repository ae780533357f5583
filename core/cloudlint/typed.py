"""The names of `typing` that are needed while modules are imported, without importing it.

`typing.NamedTuple` compiles every annotation and `typing` itself takes as long as `re`: together they were a quarter of
a cold start (docs/decisions/0016). A type checker sees the real ones.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False  # a type checker takes it for true, by its name

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
else:
    NoReturn = TypeAlias = None

    class _Meta(type):
        """Makes a named tuple of a class's annotations, defaults and methods."""

        def __new__(mcs, name, bases, namespace):
            if not bases:
                return super().__new__(mcs, name, bases, namespace)
            fields = namespace.get("__annotations__", {})
            defaults = [namespace[field] for field in fields if field in namespace]
            made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            for key, value in namespace.items():
                if key not in fields and key not in ("__module__", "__dict__", "__weakref__"):
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Meta):
        """Base of frozen values with named fields, as `typing.NamedTuple`."""

    class Protocol:
        """Base of what is only there for the type checker."""

    def TypeVar(name):  # noqa: N802
        """A name for the type checker."""
        return name
