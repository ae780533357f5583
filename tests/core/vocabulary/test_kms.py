"""Whose key a value names, and which key a fix may name."""

from __future__ import annotations

import pytest

from cloudlint.languages import analyse_text
from cloudlint.resource import Graph, Observing
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

LOOKUP = 'data "aws_kms_alias" "one" {\n  name = "alias/%s"\n}\n'
KEY = 'resource "aws_kms_key" "%s" {\n%s}\n'
VAULT = 'resource "aws_backup_vault" "nightly" {\n  name = "nightly"\n%s}\n'


def graph_of(text: str) -> Graph:
    return analyse_text(text, "terraform", "main.tf").graph


@pytest.mark.parametrize(
    ("key", "others", "lacks", "undecided"),
    [
        pytest.param(None, "", True, False, id="not set"),
        pytest.param('""', "", True, False, id="empty"),
        pytest.param("null", "", True, False, id="null"),
        pytest.param('"alias/aws/backup"', "", True, False, id="the key that AWS keeps"),
        pytest.param('"arn:aws:kms:eu-west-1:111122223333:alias/aws/backup"', "", True, False, id="its ARN"),
        pytest.param("data.aws_kms_alias.one.arn", LOOKUP % "aws/backup", True, False, id="looked up"),
        pytest.param('"alias/backups"', "", False, False, id="an alias of one's own"),
        pytest.param("data.aws_kms_alias.one.arn", LOOKUP % "backups", False, False, id="an own alias, looked up"),
        pytest.param("aws_kms_key.one.arn", KEY % ("one", ""), False, False, id="a key of one's own"),
        pytest.param("var.key", 'variable "key" {}\n', False, True, id="nobody knows"),
    ],
)
def test_lacks_own_key(key: str | None, others: str, lacks: bool, undecided: bool) -> None:
    (vault,) = graph_of(VAULT % ("" if key is None else f"  kms_key_arn = {key}\n") + others).of("aws_backup_vault")
    with Observing() as reads:
        assert lacks_own_key(vault["kms_key_arn"]) == lacks
    assert bool(reads) == undecided


@pytest.mark.parametrize(
    ("others", "written"),
    [
        pytest.param("", None, id="no key"),
        pytest.param(KEY % ("one", ""), "aws_kms_key.one.arn", id="one key"),
        pytest.param(KEY % ("one", "") + KEY % ("two", ""), None, id="which of two?"),
        pytest.param(KEY % ("one", "  count = 1\n"), None, id="a key with an index"),
    ],
)
def test_use_only_key(others: str, written: str | None) -> None:
    (vault,) = graph_of(VAULT % "" + others).of("aws_backup_vault")
    change = use_only_key(vault, vault["kms_key_arn"])
    text = "".join(edit.text for edit in change.edits) if change is not None else ""
    assert (change is None) == (written is None)
    assert written is None or f"= {written}\n" in text
