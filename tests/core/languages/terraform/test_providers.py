"""Which provider configuration a resource has, across modules: seen by the tags that it gives to everything.

What is wanted is what Terraform 1.11 plans for these very modules.
"""

from __future__ import annotations

import pytest

from cloudlint.resource import UNKNOWN
from tests.core.languages.terraform.projects import evaluated, resource, said

QUEUE = 'resource "aws_sqs_queue" "q" {}\n'


def provider(tag: str, alias: str = "") -> str:
    """A configuration that tags everything."""
    named = f'alias = "{alias}"\n' if alias else ""
    return f'provider "aws" {{\n{named}default_tags {{\ntags = {{ from = "{tag}" }}\n}}\n}}\n'


def queue(name: str) -> str:
    """A queue of the configuration that a module knows as `aws.name`."""
    return f'resource "aws_sqs_queue" "{name}" {{ provider = aws.{name} }}\n'


def call(name: str, source: str, providers: str = "") -> str:
    """A module call."""
    given = f"providers = {{ {providers} }}\n" if providers else ""
    return f'module "{name}" {{\nsource = "{source}"\n{given}}}\n'


def aliases(*names: str) -> str:
    """What a module says that wants to be given configurations."""
    listed = ", ".join(f"aws.{name}" for name in names)
    needs = f'aws = {{\nsource = "hashicorp/aws"\nconfiguration_aliases = [{listed}]\n}}'
    return f"terraform {{\nrequired_providers {{\n{needs}\n}}\n}}\n"


FILES = {
    "main.tf": provider("root")
    + provider("far", "far")
    + provider("near", "near")
    + 'provider "aws" { alias = "bare" }\n'
    + QUEUE
    + queue("far")
    + 'resource "aws_sqs_queue" "quoted" { provider = "aws.far" }\n'
    + 'resource "aws_sqs_queue" "own" { tags = { from = "me", more = "x" } }\n'
    + call("inherits", "./plain")
    + call("given", "./plain", "aws = aws.far")
    + call("given_bare", "./plain", "aws = aws.bare")
    + call("given_nothing", "./plain", "aws = aws.nowhere")
    + call("aliased", "./aliased", "aws.there = aws.far")
    + call("aliased_both", "./aliased", "aws.there = aws.far, aws = aws.near")
    + call("aliased_same", "./aliased", "aws.there = aws")
    + call("aliased_quoted", "./aliased", '"aws.there" = "aws.far"')
    + call("aliased_missing", "./aliased")
    + call("several", "./several", "aws.one = aws.near, aws.two = aws.far")
    + call("crossed", "./several", "aws.one = aws.far, aws.two = aws.near")
    + call("placeholders", "./placeholders", "aws.there = aws.far, aws = aws.near")
    + call("configures", "./configures")
    + call("nested", "./nested", "aws.outer = aws.far")
    + 'module "many" {\nfor_each = toset(["a"])\nsource = "./plain"\nproviders = { aws = aws.far }\n}\n',
    "plain/main.tf": QUEUE,
    "aliased/main.tf": aliases("there") + QUEUE + queue("there"),
    "several/main.tf": aliases("one", "two") + queue("one") + queue("two"),
    "placeholders/main.tf": 'provider "aws" {}\nprovider "aws" { alias = "there" }\n' + QUEUE + queue("there"),
    "configures/main.tf": provider("module") + QUEUE + call("inner", "../plain"),
    "nested/main.tf": aliases("outer")
    + call("inner", "./inner", "aws.deep = aws.outer")
    + call("given", "../plain", "aws = aws.outer")
    + call("inherits", "../plain"),
    "nested/inner/main.tf": aliases("deep") + QUEUE + queue("deep"),
}

FROM = [
    # (resource, whose tag it gets; None without one, UNKNOWN where Terraform refuses the configuration)
    ("aws_sqs_queue.q", "root"),
    ("aws_sqs_queue.far", "far"),
    ("aws_sqs_queue.quoted", "far"),
    ("aws_sqs_queue.own", "me"),
    ("module.inherits.aws_sqs_queue.q", "root"),
    ("module.given.aws_sqs_queue.q", "far"),
    ("module.given_bare.aws_sqs_queue.q", None),
    ("module.given_nothing.aws_sqs_queue.q", UNKNOWN),
    ("module.aliased.aws_sqs_queue.q", "root"),  # what `providers` does not name is inherited
    ("module.aliased.aws_sqs_queue.there", "far"),
    ("module.aliased_both.aws_sqs_queue.q", "near"),
    ("module.aliased_both.aws_sqs_queue.there", "far"),
    ("module.aliased_same.aws_sqs_queue.q", "root"),
    ("module.aliased_same.aws_sqs_queue.there", "root"),
    ("module.aliased_quoted.aws_sqs_queue.q", "root"),
    ("module.aliased_quoted.aws_sqs_queue.there", "far"),
    ("module.aliased_missing.aws_sqs_queue.q", "root"),
    ("module.aliased_missing.aws_sqs_queue.there", UNKNOWN),
    ("module.several.aws_sqs_queue.one", "near"),
    ("module.several.aws_sqs_queue.two", "far"),
    ("module.crossed.aws_sqs_queue.one", "far"),
    ("module.crossed.aws_sqs_queue.two", "near"),
    ("module.placeholders.aws_sqs_queue.q", "near"),
    ("module.placeholders.aws_sqs_queue.there", "far"),
    ("module.configures.aws_sqs_queue.q", "module"),
    ("module.configures.module.inner.aws_sqs_queue.q", "module"),
    ("module.nested.module.inner.aws_sqs_queue.q", "root"),
    ("module.nested.module.inner.aws_sqs_queue.deep", "far"),
    ("module.nested.module.given.aws_sqs_queue.q", "far"),
    ("module.nested.module.inherits.aws_sqs_queue.q", "root"),
    ('module.many["a"].aws_sqs_queue.q', "far"),
]


@pytest.mark.parametrize(("address", "wanted"), FROM, ids=[address for address, _ in FROM])
def test_whose_tags_a_resource_gets(address: str, wanted: object) -> None:
    tag = resource(evaluated(FILES), address)["tags_all.from"]
    assert (None if tag.absent else said(tag)) == wanted


def test_every_queue_is_asked_about() -> None:
    queues = [it.address for graph in evaluated(FILES).graphs for it in graph.resources if it.kind == "aws_sqs_queue"]
    assert sorted(queues) == sorted(address for address, _ in FROM)


def test_a_placeholder_that_is_not_given_anything_is_a_configuration_without_tags() -> None:
    files = {
        "main.tf": provider("root") + call("m", "./m"),
        "m/main.tf": 'provider "aws" {}\n' + QUEUE,
    }
    assert resource(evaluated(files), "module.m.aws_sqs_queue.q")["tags_all.from"].absent
