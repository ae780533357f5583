"""The catalogue finds rules by kind, id, glob and alias, imports as few as it can, and its index is current."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cloudlint.catalog import Catalog, Selection
from cloudlint.notices import ALL
from cloudlint.rule import Rule, rule_id
from cloudlint.rules._index import OFF, RULES
from tools import make_index

ACL = "aws-s3-bucket-public-acl"
STORAGE = "aws-rds-storage-unencrypted"
CATALOG = Catalog()


def ids(rules: list[Rule]) -> list[str]:
    return [rule.id for rule in rules]


# --------------------------------------------------------------------------- the index


def test_the_index_is_current() -> None:
    stale = [path.name for path, text in make_index.indexes().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `make index`"


def test_no_two_modules_have_one_id() -> None:
    modules = {module for names in RULES.values() for module in names.split()}
    assert len({rule_id(module) for module in modules}) == len(modules)


def test_every_rule_can_be_reached_by_a_kind() -> None:
    assert [kind for kind, modules in RULES.items() if not modules.split()] == []
    modules = {module for names in RULES.values() for module in names.split()}
    assert modules == set(make_index.rule_modules())
    assert set(OFF.split()) <= modules


# ----------------------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("pattern", "holds", "lacks"),
    [
        (ACL, [ACL], [STORAGE]),
        (ACL.upper(), [ACL], [STORAGE]),
        ("aws-s3-*", [ACL], [STORAGE]),
        ("AWS-*-un*", [STORAGE], []),
        ("aws-rds-storage-?nencrypted", [STORAGE], [ACL]),
        ("CKV_AWS_20", [ACL], [STORAGE]),
        ("ckv_aws_20", [ACL], [STORAGE]),
        ("avd-aws-0080", [STORAGE], [ACL]),
        ("CKV_AWS_2?", [ACL], [STORAGE]),
        ("all", [ACL, STORAGE, "syntax-error"], []),
        ("ALL", [ACL, STORAGE, "internal-error"], []),
        ("syntax-error", ["syntax-error"], [ACL]),
        ("aws", [], [ACL]),
        ("", [], [ACL]),
    ],
)
def test_find(pattern: str, holds: list[str], lacks: list[str]) -> None:
    found = ids(CATALOG.find(pattern))
    assert set(holds) <= set(found)
    assert not set(lacks) & set(found)
    assert found == sorted(found)


def test_a_pattern_that_is_an_id_is_not_looked_up_among_aliases() -> None:
    assert ids(CATALOG.find(ACL)) == [ACL]


def test_for_kinds_gives_what_applies_by_id() -> None:
    found = ids(CATALOG.for_kinds(["aws_db_instance", "aws_s3_bucket_acl", "no_such_kind"]))
    assert {ACL, STORAGE} <= set(found)
    assert found == sorted(found)
    assert ACL not in ids(CATALOG.for_kinds(["aws_db_instance"]))


def test_all_holds_the_notices_too() -> None:
    assert {rule.id for rule in ALL} <= set(ids(CATALOG.all()))


def test_get_refuses_what_is_not_there() -> None:
    with pytest.raises(KeyError):
        CATALOG.get("aws-s3-bucket-no-such-thing")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("aws-s3-bucket-publik-acl", ACL),
        ("aws_s3_bucket_public_acl", ACL),
        ("aws/s3/bucket_public_acl", ACL),
        ("bucket-public-acl", ACL),
        ("rds-storage-unencrypted", STORAGE),
        ("sintax-error", "syntax-error"),
    ],
)
def test_suggest(typed: str, meant: str) -> None:
    assert meant in CATALOG.suggest(typed)
    assert len(CATALOG.suggest(typed)) <= 3


def test_suggest_nothing_for_what_is_like_nothing() -> None:
    assert CATALOG.suggest("qqqqqqqq") == []


def test_unknown_names_what_means_nothing() -> None:
    assert CATALOG.unknown([ACL, "aws-*", "CKV_AWS_20", "CKV_NOPE", "nope-*", "all"]) == ["CKV_NOPE", "nope-*"]


# --------------------------------------------------------------------------- selecting


@pytest.mark.parametrize(
    ("selection", "off", "on"),
    [
        (Selection(), False, True),
        (Selection(select=frozenset({"off"})), True, False),
        (Selection(select=frozenset({"off", "on"})), True, True),
        (Selection(ignore=frozenset({"on"})), False, False),
        (Selection(select=frozenset({"on"}), ignore=frozenset({"on"})), False, False),
        (Selection(select=frozenset()), False, False),
    ],
)
def test_wants(selection: Selection, off: bool, on: bool) -> None:
    assert (selection.wants("off", default=False), selection.wants("on")) == (off, on)


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ([], [], {ACL, STORAGE}),
        (["all"], [], {ACL, STORAGE}),
        ([ACL], [], {ACL}),
        (["aws-*"], ["aws-s3-*"], {STORAGE}),
        (["CKV_AWS_20"], [], {ACL}),
        ([STORAGE, "ckv_aws_20"], [], {ACL, STORAGE}),
        ([], ["CKV_AWS_20"], {STORAGE}),
        ([], ["all"], set()),
        (["no-such-rule"], [], set()),
    ],
)
def test_selection_narrows_what_is_run(select: list[str], ignore: list[str], wanted: set[str]) -> None:
    rules = CATALOG.for_kinds(["aws_db_instance", "aws_s3_bucket_acl"], CATALOG.selection(select, ignore))
    assert set(ids(rules)) & {ACL, STORAGE} == wanted


# --------------------------------------------------------------------------- importing


@pytest.mark.parametrize(
    ("question", "imported"),
    [
        ("catalog.ids", []),
        ("catalog.suggest('aws-s3-acl')", []),
        ("catalog.selection(['aws-s3-*', 'CKV_AWS_20'], ['CKV_AWS_16'])", []),
        ("catalog.unknown(['aws-s3-*', 'all', 'syntax-error'])", []),
        ("catalog.for_kinds(['no_such_kind'])", []),
        (f"catalog.get('{ACL}')", ["aws.s3.bucket_public_acl"]),
        (f"catalog.find('{ACL}')", ["aws.s3.bucket_public_acl"]),
        (
            f"catalog.for_kinds(['aws_s3_bucket_acl', 'aws_db_instance'], catalog.selection(['{ACL}']))",
            ["aws.s3.bucket_public_acl"],
        ),
    ],
)
def test_no_more_is_imported_than_the_question_needs(question: str, imported: list[str]) -> None:
    program = (
        "import sys; from cloudlint.catalog import Catalog; from cloudlint.rules._index import RULES; "
        f"catalog = Catalog(); {question}; "
        "modules = sorted({module for names in RULES.values() for module in names.split()}); "
        "print(*(module for module in modules if 'cloudlint.rules.' + module in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == imported


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("DL3008", ["docker-packages-apt-get-version-open"]),
        ("dl3003", ["docker-run-cd-instead-of-workdir", "docker-run-cd-without-effect"]),
        ("privileged-container", ["kubernetes-container-privileged"]),
        ("DL3022", []),
    ],
)
def test_ids_of_linters_whose_catalogue_is_not_kept_with_the_rules(name: str, rules: list[str]) -> None:
    assert Catalog().matching(name) == rules
