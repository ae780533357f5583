"""What several rules about Neptune need: the cluster that a snapshot is of."""

from __future__ import annotations

from cloudlint.rule import Resource


def cluster_of(snapshot: Resource) -> Resource | None:
    """The cluster that a snapshot is taken of; None where it is not seen here."""
    named = snapshot["db_cluster_identifier"]
    return next((refers for refers in named.refers if refers.kind == "aws_neptune_cluster"), None)
