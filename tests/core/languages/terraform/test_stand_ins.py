"""Modules of the registry that were not downloaded are judged by the arguments they are called with."""

from __future__ import annotations

import pytest

from cloudlint.catalog import Catalog
from cloudlint.languages import analyse_text
from cloudlint.linting import judge

GROUP = """module "sg" {
  source = "terraform-aws-modules/security-group/aws"
  ingress_with_cidr_blocks = [{ from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = "10.0.0.0/8,0.0.0.0/0" }]
}"""


# (what is shown, the source, rule and text at the finding)
@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            'module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  publicly_accessible = true\n}',
            [("aws-rds-instance-public", "true")],
        ),
        (
            'module "b" {\n  source = "terraform-aws-modules/s3-bucket/aws//modules/x"\n  block_public_acls = false\n}',
            [("aws-s3-bucket-public-acls-unblocked", "false")],
        ),
        (
            'module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  storage_encrypted = false\n}',
            [("aws-rds-storage-unencrypted", "false")],
        ),
        (
            'module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  storage_encrypted = false\n'
            '  replicate_source_db = "a"\n}',
            [],
        ),
        (GROUP, [("aws-vpc-ingress-ssh", '"10.0.0.0/8,0.0.0.0/0"')]),
        ('module "db" {\n  source = "terraform-aws-modules/rds/aws"\n}', []),
        ('module "db" {\n  source = "example/rds/aws"\n  publicly_accessible = true\n}', []),
        ('module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  count = 0\n  publicly_accessible = true\n}', []),
    ],
    ids=[
        "an argument under the attribute's name",
        "a module inside a module's package",
        "an argument that no version gives a value",
        "such an argument that is given",
        "another shape",
        "what is not said is unknown",
        "another publisher's module",
        "a call that makes nothing",
    ],
)
def test_stand_ins(source: str, found: list[tuple[str, str]]) -> None:
    graph = analyse_text(source, "terraform").graph
    kinds = [kind for kind in graph.kinds if kind != "module"]
    findings = judge(graph, Catalog().for_kinds(kinds)).findings
    assert [(finding.rule, source[finding.span.start : finding.span.end]) for finding in findings] == found
