"""What several rules about RDS need: whether something is set at all, and the parameters of a database."""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import Resource, Value

# kind of database -> the attribute that names its parameter group, the kind of that group
_GROUPS = {
    "aws_db_instance": ("parameter_group_name", "aws_db_parameter_group"),
    "aws_rds_cluster": ("db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"),
}
DATABASES = tuple(_GROUPS)


def is_given(value: Value) -> bool:
    """Is it set, be it to another resource's attribute that nobody can know? Unknown is noted, and counts as set."""
    return bool(value.refers) or not value.absent


def parameter_group(database: Resource) -> Resource | None:
    """The parameter group of a database; None where it has none of its own, or one that is not seen here."""
    attribute, kind = _GROUPS[database.kind]
    named = database[attribute]
    for refers in named.refers:
        if refers.kind == kind:
            return refers
    for group in database.graph.of(kind):
        if group["name"].text is not None and group["name"].text == named.text:
            return group
    return None


def has_default_group(database: Resource) -> bool:
    """Surely no parameter group of its own: none is named, or AWS's default one."""
    named = database[_GROUPS[database.kind][0]]
    return not is_given(named) or (named.text or "").startswith("default.")


def parameters(group: Resource) -> Iterator[tuple[str, Value]]:
    """Name (lower case) and value of each parameter of a group; unknown names are noted and left out."""
    for parameter in group.blocks("parameter"):
        name = parameter["name"].text
        if name is not None:
            yield name.lower(), parameter["value"]
