"""What rules read of a kind can be said in a template, or the tables know that it cannot: no rule is blind by a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from cloudlint.languages.cloudformation.rows import EVERYWHERE, Name, Names, Shape, snake
from cloudlint.languages.cloudformation.tables import all_rows
from cloudlint.rule import Rule
from tests.attribute_reads import reads
from tests.core.languages.cloudformation.test_cloudformation_tables import Properties, children, load_native
from tests.test_schemas import checks_of, source_of

# What templates have no property for, and no row has to say so: it is told otherwise, or is of another kind there.
ELSEWHERE = {
    ("aws_elb", "load_balancer_type"),
    ("aws_instance", "iam_instance_profile.name"),
    ("aws_launch_configuration", "iam_instance_profile.name"),
    ("aws_network_acl", "egress"),
    ("aws_network_acl", "ingress"),
    ("aws_s3_bucket", "replication_configuration"),
    ("aws_s3_bucket_versioning", "versioning_configuration.mfa_delete"),
}


class Sayable(NamedTuple):
    """The paths of a kind that a table gives, and those whose inside is not known or that no property says."""

    paths: set[str]
    open: set[str]

    def holds(self, path: str) -> bool:
        """May something be read at the path?"""
        parts = path.split(".")
        outer = {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
        return not outer.isdisjoint(self.open) or any(
            given == path or given.startswith(path + ".") for given in self.paths
        )


@pytest.fixture(scope="session")
def sayable(facts: Path) -> Mapping[str, Sayable]:
    native = load_native(facts)
    found: dict[str, Sayable] = defaultdict(lambda: Sayable(set(), set()))
    for name, row in all_rows().items():
        properties = native[name]
        taken = {key for also in row.also for key in ((also.each,) if also.each else also.names)}
        own = {key: inner for key, inner in properties.items() if key not in taken or key in row.names}
        for kind in (row.kind,) if isinstance(row.kind, str) else row.kinds:
            _note(found[kind], row.names, own)
            found[kind].open.update(row.given)
        for also in row.also:
            inside = children(properties[also.each]) if also.each else {key: properties[key] for key in also.names}
            _note(found[also.kind], also.names, inside)
            found[also.kind].open.update((also.via, *also.given, str(also.names.get("", ""))))
        if isinstance(row.kind, str):
            for kind in row.kinds:  # what a function makes
                found[kind].open.update(("", kind))
    return found


def _note(kind: Sayable, names: Names, properties: Properties) -> None:
    for path, is_open in _paths(names, properties):
        (kind.open if is_open else kind.paths).add(path)


def _paths(names: Names, properties: Properties, prefix: str = "", depth: int = 0) -> Iterator[tuple[str, bool]]:
    """The canonical paths that names give, and whether what is inside is not known."""
    for name in dict.fromkeys((*names, *properties)) if depth < 8 else ():
        target: Name = names.get(name, EVERYWHERE.get(name, snake(name)))
        if name and not name[:1].isupper():
            yield prefix + name, True  # the table knows that no property says it
            continue
        if not name or target is None:
            continue
        below = children(properties[name]) if name in properties else {}
        inner: Names = {}
        own: Name = target
        if isinstance(target, Mapping) and not isinstance(target, Shape):
            inner, own = target, target.get("", snake(name))
        if own == ".":
            yield from _paths(inner, below, prefix, depth + 1)
        elif isinstance(own, Shape):
            yield prefix + own.path, True
        elif isinstance(own, str):
            yield prefix + own, False
            yield from _paths(inner, below, f"{prefix}{own}.", depth + 1)


def test_what_rules_read_can_be_said(rule: Rule, sayable: Mapping[str, Sayable]) -> None:
    checks = [it for it in rule.registrations if not it.frameworks or "cloudformation" in it.frameworks]
    if not {kind for check in checks for kind in check.kinds} & set(sayable):
        return
    source, _ = source_of(rule)
    missing = [
        f"line {read.line}: {kind}.{path}"
        for read in reads(source, checks_of(rule))
        for kind, inside in read.subjects or ()
        for path in [f"{inside}.{read.path}".lstrip(".")]
        if path != "tags_all"  # which Terraform's provider makes
        if kind in sayable and "" not in sayable[kind].open and not sayable[kind].holds(path)
        if not any(kind == other and (path + ".").startswith(place + ".") for other, place in ELSEWHERE)
    ]
    assert missing == []
