"""The tables of the translation, one module for a family of services, imported when a template has a type of it."""

from __future__ import annotations

from importlib import import_module

from ..rows import Row, Table

# The service in a type's name (`S3` of `AWS::S3::Bucket`) -> the module with its table.
SERVICES = {
    "S3": "s3",
}


def row_of(native_type: str) -> Row | None:
    """How a native type is translated; None where it is not."""
    _, _, service = native_type.partition("::")
    module = SERVICES.get(service.partition("::")[0])
    return None if module is None else table(module).get(native_type)


def table(module: str) -> Table:
    """The table of one module."""
    found: Table = import_module(f"{__name__}.{module}").TYPES
    return found


def all_rows() -> dict[str, Row]:
    """Every row of every table; imports them all."""
    return {name: row for module in sorted(set(SERVICES.values())) for name, row in table(module).items()}


def kinds_of(row: Row) -> tuple[str, ...]:
    """The canonical kinds that a row may give."""
    own = (row.kind,) if isinstance(row.kind, str) else ()
    return tuple(kind for kind in (*own, *(also.kind for also in row.also), *row.kinds) if kind)


def type_for(kind: str) -> tuple[str, Row] | None:
    """The native type whose main resource is of a canonical kind; imports all tables."""
    return next(((name, row) for name, row in all_rows().items() if row.kind == kind), None)
