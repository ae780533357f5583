r"""IAM policy applies to every resource although its actions could be limited.

A statement on `*` also covers what will be created tomorrow, in every region. Naming the resources costs a line and
keeps the policy true to what it was written for.

## Bad
```terraform
data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"]
  }
}
```
## Fix
Which resources are meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value
from cloudlint.vocabulary.deciding import both
from cloudlint.vocabulary.iam_policy import Statement, every_resource, literal

from ._shared import IDENTITY_POLICIES, statements, takes_resources

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_355",
        "CKV_AWS_356",
        "AWS-0057",
        "aws-iam-no-policy-wildcards",
        "AVD-AWS-0057",
    ),
    default=False,
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in statements(policy):
        resource = both(partial(_limitable, statement), partial(_everything, statement))
        if resource is not None:
            yield rule.found(resource, f"`{_limitable(statement)}` is allowed on every resource by {policy}")


def _limitable(statement: Statement) -> str | None:
    """The first action that could be limited to some resources."""
    return next((text for text in map(literal, statement.actions) if text and takes_resources(text)), None)


def _everything(statement: Statement) -> Value | None:
    return every_resource(statement) if statement.allows and not statement.conditions else None
