"""A rule about an attribute that does not exist never fires: what rules read is looked up in the providers' schemas."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

import pytest

from cloudlint.rule import PACKAGE, Rule
from cloudlint.rules._index import RULES
from tests.attribute_reads import Read, reads
from tests.conftest import CATALOG
from tests.provider_schemas import Schemas

# Gone before the oldest schema we have, and still found in people's code.
REMOVED_EARLIER: frozenset[tuple[str, str]] = frozenset()

SNAKE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


@pytest.fixture(scope="session")
def schemas(facts: Path) -> Schemas:
    return Schemas(facts / "schemas")


def test_kinds_exist(rule: Rule, schemas: Schemas) -> None:
    assert [kind for kind in rule.kinds if schemas.covers(kind) and not schemas.exists(kind)] == []


def test_attributes_exist(rule: Rule, schemas: Schemas) -> None:
    source, named = source_of(rule)
    missing = [
        f"line {read.line}: {read.path}"
        for read in reads(source, checks_of(rule))
        if not exists(read, sorted({*rule.kinds, *named}), schemas)
    ]
    assert missing == []


def exists(read: Read, kinds: list[str], schemas: Schemas) -> bool:
    """Does what is read exist in one of the kinds that it may be read from?"""
    if read.subjects is None:
        # Not known what it is read from: other mappings than resources have keys too, in other spellings.
        covered = [kind for kind in kinds if schemas.covers(kind)]
        return not covered or not SNAKE.fullmatch(read.path) or any(schemas.has_anywhere(k, read.path) for k in covered)
    full = [(kind, f"{inner}.{read.path}".lstrip(".")) for kind, inner in read.subjects]
    return any(
        not schemas.covers(kind) or (kind, path) in REMOVED_EARLIER or schemas.has(kind, path) for kind, path in full
    )


def source_of(rule: Rule) -> tuple[str, list[str]]:
    """A rule's source, and the kinds that it names anywhere in it."""
    modules = (name for names in RULES.values() for name in names.split())
    module = next(
        name for name in modules if CATALOG.get(rule.id) is getattr(sys.modules.get(PACKAGE + name), "rule", 0)
    )
    source = inspect.getsource(sys.modules[PACKAGE + module])
    return source, re.findall(r'"((?:data\.)?[a-z]+_[a-z0-9_]+)"', source)


def checks_of(rule: Rule) -> dict[str, tuple[str, ...]]:
    """Function name -> the kinds that it is registered for."""
    found: dict[str, tuple[str, ...]] = {}
    for check, kinds, _ in rule.registrations:
        name = getattr(check, "__name__", "")
        found[name] = (*found.get(name, ()), *kinds)
    return found


# ------------------------------------------------------ the reading of the source itself

CHECK = """
NAMES = ("first", "second")

def check(thing):
{body}
"""

ROOT = frozenset({("aws_thing", "")})


@pytest.mark.parametrize(
    ("body", "subjects", "path"),
    [
        ('thing["acl"]', ROOT, "acl"),
        ('thing["logging.bucket"]', ROOT, "logging.bucket"),
        ('thing.blocks("ingress")', ROOT, "ingress"),
        ('thing.each("ingress.ports")', ROOT, "ingress.ports"),
        ('yield from rule.expect(thing, "encrypted", True)', ROOT, "encrypted"),
        ('thing.lacks("aws_other", via="thing_id")', frozenset({("aws_other", "")}), "thing_id"),
        ('[rule["port"] for rule in thing.blocks("ingress")]', frozenset({("aws_thing", "ingress")}), "port"),
        (
            'for rule in (*thing.blocks("a"), *thing.blocks("b")):\n  rule["port"]',
            frozenset({("aws_thing", "a"), ("aws_thing", "b")}),
            "port",
        ),
        ('for other in thing.linked("aws_other", "id"):\n  other["acl"]', frozenset({("aws_other", "")}), "acl"),
        ('inner = thing["a"]\ninner["b"]', frozenset({("aws_thing", "a")}), "b"),
        ("for name in NAMES:\n  thing[name]", ROOT, "second"),
        ('next(iter(thing.blocks("a")))["b"]', frozenset({("aws_thing", "a")}), "b"),
        ('helper(thing).each("lost")', None, "lost"),
        ('somewhere["lost"]', None, "lost"),
    ],
)
def test_reads_are_found(body: str, subjects: frozenset[tuple[str, str]] | None, path: str) -> None:
    source = CHECK.format(body="\n".join(f"  {line}" for line in body.split("\n")))
    assert [(it.subjects, it.path) for it in reads(source, {"check": ["aws_thing"]})][-1] == (subjects, path)


@pytest.mark.parametrize(
    ("kind", "path", "there"),
    [
        ("aws_s3_bucket_acl", "access_control_policy.grant.grantee.uri", True),
        ("aws_s3_bucket_acl", "access_control_policy.grant.uri", False),
        ("aws_security_group", "ingress.cidr_blocks", True),
        ("aws_s3_bucket", "tags.anything", True),
        ("aws_s3_bucket", "lifecycle.prevent_destroy", True),
        ("data.aws_iam_policy_document", "statement.actions", True),
        ("provider.aws", "default_tags.tags", True),
        ("aws_s3_buket", "acl", False),
    ],
)
def test_schemas_are_read(kind: str, path: str, there: bool, schemas: Schemas) -> None:
    assert schemas.has(kind, path) is there
