"""Both sides of every row of the translation are looked up: in CloudFormation's schemas and in Terraform's."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from cloudlint.languages.cloudformation.entries import translated_back
from cloudlint.languages.cloudformation.listed import LISTED
from cloudlint.languages.cloudformation.rows import Name, Names, Row, Shape, camel, snake
from cloudlint.languages.cloudformation.tables import SERVICES, all_rows, kinds_of, row_of, type_for
from tests.provider_schemas import Schemas

ROWS = all_rows()

# What the topics of the peers name and Terraform's provider has no resource for.
NOT_TRANSLATED = {
    "AWS::CloudFormation::Authentication",  # no type of a resource
    "AWS::CodeStar::GitHubRepository",
    "AWS::RDS::DBSecurityGroup",
}

# Properties that are translated wherever they stand.
EVERYWHERE = {"Tags", "PolicyDocument", "AssumeRolePolicyDocument"}

Properties = Mapping[str, "Properties"]  # a schema's properties, as they are read


@pytest.fixture(scope="session")
def native(facts: Path) -> Mapping[str, Properties]:
    return load_native(facts)


def load_native(facts: Path) -> Mapping[str, Properties]:
    """The properties of every type of CloudFormation."""
    with gzip.open(facts / "schemas" / "cloudformation.json.gz", "rt", encoding="utf-8") as file:
        return {name: described["properties"] for name, described in json.load(file)["resources"].items()}


@pytest.fixture(scope="session")
def canonical(facts: Path) -> Schemas:
    return Schemas(facts / "schemas")


@pytest.mark.parametrize("name", ROWS)
def test_type_and_kinds_exist(name: str, native: Mapping[str, Properties], canonical: Schemas) -> None:
    assert name in native
    assert kinds_of(ROWS[name])
    assert [kind for kind in kinds_of(ROWS[name]) if not canonical.exists(kind)] == []


@pytest.mark.parametrize("name", ROWS)
def test_names_exist_on_both_sides(name: str, native: Mapping[str, Properties], canonical: Schemas) -> None:
    row = ROWS[name]
    for kinds, names, properties in parts(row, native[name]):
        missing = [
            f"{'.'.join(path)} -> {target}"
            for path, target, exists in named(names, properties)
            if not (exists or row.before) or (target and not any(canonical.has(kind, target) for kind in kinds))
        ]
        assert missing == []


@pytest.mark.parametrize("name", ROWS)
def test_free_keys_are_left_alone(name: str, native: Mapping[str, Properties]) -> None:
    """A mapping with keys of people's own must not be taken for properties."""
    for _, names, properties in parts(ROWS[name], native[name]):
        assert [".".join(path) for path in free(names, properties)] == []


@pytest.mark.parametrize("name", ROWS)
def test_what_is_written_is_what_is_read(name: str, native: Mapping[str, Properties], canonical: Schemas) -> None:
    """`kms_key_id` would be written as `KmsKeyId`: where the template says `KMSKeyId`, the table has to say so."""
    row = ROWS[name]
    for kinds, names, properties in parts(row, native[name]):
        unlisted = [
            property_
            for property_ in properties
            if property_ not in names
            and "read_only" not in properties[property_]
            and property_ not in EVERYWHERE
            and camel(snake(property_)) != property_
            and any(canonical.has(kind, snake(property_)) for kind in kinds)
        ]
        assert unlisted == []


def test_services_are_spelled_right() -> None:
    assert all(row_of(name) is row for name, row in ROWS.items())
    assert {name.split("::")[1] for name in ROWS} == set(SERVICES)


def test_a_kind_leads_back_to_its_type() -> None:
    found = type_for("aws_s3_bucket_policy")
    assert found is not None
    assert found[0] == "AWS::S3::BucketPolicy"
    assert type_for("aws_s3_bucket_acl") is None


def test_the_types_of_the_topics_are_covered(facts: Path, native: Mapping[str, Properties]) -> None:
    import csv

    with (facts / "topics.csv").open(encoding="utf-8", newline="") as file:
        texts = " ".join(row["native_types"] or "" for row in csv.DictReader(file))
    for sign in ";,|":
        texts = texts.replace(sign, " ")
    wanted = {word for word in texts.split() if word.startswith("AWS::")} - NOT_TRANSLATED
    assert sorted(wanted - set(ROWS)) == []


# ------------------------------------------------------------------------ walking the tables


def parts(row: Row, properties: Properties) -> Iterator[tuple[tuple[str, ...], Names, Properties]]:
    """The kinds, names and native properties of the main resource and of each companion."""
    main = tuple(kind for kind in kinds_of(row) if kind not in {also.kind for also in row.also})
    taken = {native for also in row.also for native in ((also.each,) if also.each else also.names)}
    yield main, row.names, {name: inner for name, inner in properties.items() if name not in taken or name in row.names}
    for also in row.also:
        inside = children(properties[also.each]) if also.each else {name: properties[name] for name in also.names}
        yield (also.kind,), also.names, inside


def children(property_: Properties) -> Properties:
    """The properties of an object, or of the objects in a list."""
    inner: Properties = property_.get("properties") or children(property_.get("items") or {}) if property_ else {}
    return inner


def named(
    names: Names, properties: Properties, path: tuple[str, ...] = (), prefix: str = ""
) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Each listed property: its path, its canonical path (empty where it has none), and whether it exists."""
    for name, target in names.items():
        if not name[:1].isupper():
            continue
        exists = name in properties
        below = children(properties[name]) if exists else {}
        own = target.get("", snake(name)) if isinstance(target, Mapping) and not isinstance(target, Shape) else target
        where = own.path if isinstance(own, Shape) else own
        if isinstance(where, str) and where != ".":
            yield (*path, name), prefix + where, exists
        else:
            yield (*path, name), "", exists
        if isinstance(target, Mapping) and not isinstance(target, Shape):
            inner = prefix if where == "." else f"{prefix}{where}."
            yield from named(target, below, (*path, name), inner)


def free(names: Names, properties: Properties, path: tuple[str, ...] = (), depth: int = 0) -> Iterator[tuple[str, ...]]:
    """The properties with free keys that would be renamed."""
    if depth > 4:
        return
    for name, property_ in properties.items():
        target: Name = names.get(name, "")
        listed = name in names or name in EVERYWHERE
        inner = children(property_)
        if not listed and "map_of" in property_ and not inner:
            yield (*path, name)
        elif not isinstance(target, Shape) and target is not None and name not in EVERYWHERE:
            below = target if isinstance(target, Mapping) else {}
            yield from free(below, inner, (*path, name), depth + 1)


def test_what_holds_lists_of_objects_is_known(native: Mapping[str, Properties]) -> None:
    """A fix that writes an object where a list belongs makes a template that AWS refuses."""
    lists: set[str] = set()
    others: set[str] = set()
    waiting = [properties for name in ROWS for properties in (native[name],)]
    while waiting:
        for name, property_ in waiting.pop().items():
            if "read_only" not in property_:
                (lists if "items" in property_ and children(property_) else others).add(name)
                waiting.append(children(property_))
    assert sorted(LISTED - lists) == []
    assert LISTED & others == {"EncryptionConfig", "ServerSideEncryptionConfiguration"}
    assert sorted(lists - others - LISTED) == []


def test_blocks_are_written_as_lists() -> None:
    names = {"ClusterName": "name", "ClusterSettings": "setting"}
    assert translated_back({"name": "web", "setting": {"name": "containerInsights"}}, names) == {
        "ClusterName": "web",
        "ClusterSettings": [{"Name": "containerInsights"}],
    }
