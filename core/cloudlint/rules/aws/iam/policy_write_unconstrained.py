r"""IAM policy allows changing or deleting any resource of a service.

Without a resource or a condition an action that writes reaches everything in the account, production and backups
included. The mistake of one script is then as large as the account.

## Bad
```terraform
data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["sqs:DeleteMessage", "sqs:GetQueueUrl"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["sqs:DeleteMessage", "sqs:GetQueueUrl"]
    resources = ["arn:aws:sqs:eu-west-1:111122223333:orders"]
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

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import Statement, literal

from ._shared import IDENTITY_POLICIES, takes_resources, unlimited, writes

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:H/A:L",
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
        "CKV_AWS_111",
        "CKV_AWS_290",
    ),
    default=False,
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, _writing):
        for element in _writing(statement):
            yield rule.found(element, f"`{literal(element)}` on every resource is allowed by {policy}")


def _writing(statement: Statement) -> list[Value]:
    texts = [(element, literal(element)) for element in statement.actions]
    return [element for element, text in texts if text is not None and writes(text) and takes_resources(text)]
