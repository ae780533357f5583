"""The names of `typing` that are needed while modules are imported, without importing it.

`typing` takes as long to import as `re`, `typing.NamedTuple` compiles every annotation, and `collections.namedtuple`
compiles a constructor for each class: together they were a third of a cold start (docs/decisions/0016). A type checker
sees the real ones.
"""

from __future__ import annotations

TYPE_CHECKING = False  # a type checker takes it for true, by its name

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
else:
    NoReturn = TypeAlias = None

    from _collections import _tuplegetter  # of the standard library's own named tuples; what `property` is to others

    _tuple = tuple.__new__

    class _Fields(type):
        """Makes a tuple with named fields of a class's annotations and defaults."""

        def __new__(mcs, name, bases, namespace):
            if any(isinstance(base, _Fields) and base._fields for base in bases):  # a class like any other
                return super().__new__(mcs, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ())) if bases else ()
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without default stands behind one with")
            namespace.update({field: _tuplegetter(at, "") for at, field in enumerate(fields)})
            namespace |= {"__slots__": (), "_fields": fields, "_defaults": defaults, "__match_args__": fields}
            return super().__new__(mcs, name, bases or (tuple,), namespace)

    class NamedTuple(metaclass=_Fields):
        """Base of frozen values with named fields, as `typing.NamedTuple`."""

        def __new__(cls, *values, **named):
            if named or len(values) != len(cls._fields):
                values += _rest(cls, len(values), named)
            return _tuple(cls, values)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, **named):
            made = _tuple(type(self), [named.pop(field, value) for field, value in zip(self._fields, self)])
            if named:
                raise ValueError(f"{type(self).__name__} has no field {', '.join(named)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self))

        def __repr__(self):
            inside = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self))
            return f"{type(self).__name__}({inside})"

        def __getnewargs__(self):
            return tuple(self)

    def _rest(cls, given, named):
        """The values of the fields that were not given by position."""
        fields, values = cls._fields[given:], cls._defaults | named
        missing = [field for field in fields if field not in values]
        wrong = [field for field in named if field not in fields]
        if missing or wrong or given > len(cls._fields):
            what = f"no {', '.join(missing)}" if missing else f"unexpected {', '.join(wrong) or 'values'}"
            raise TypeError(f"{cls.__name__}: {what}")
        return tuple(values[field] for field in fields)

    class Protocol:
        """Base of what is only there for the type checker."""

    def TypeVar(name):  # noqa: N802
        """A name for the type checker."""
        return name
