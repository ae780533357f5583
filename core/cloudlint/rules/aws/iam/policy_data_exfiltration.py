r"""IAM policy allows reading secrets and stored data without any limit.

With `s3:GetObject`, `ssm:GetParameter` or `secretsmanager:GetSecretValue` on `*` one stolen credential copies all
objects, parameters or passwords of the account. Reading is quiet, so that it is noticed late.

## Bad
```terraform
data "aws_iam_policy_document" "web" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "web" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:web-*"]
  }
}
```
## Fix
Which secrets or objects are meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import IDENTITY_POLICIES, covering, granting, unlimited

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
        "CKV_AWS_108",
        "CKV_AWS_288",
    ),
)

READS = (
    "s3:GetObject",
    "ssm:GetParameter",
    "ssm:GetParameters",
    "ssm:GetParametersByPath",
    "secretsmanager:GetSecretValue",
    "secretsmanager:BatchGetSecretValue",
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, granting(*READS)):
        for element, action in covering(statement, READS):
            yield rule.found(element, f"`{action}` on every resource is allowed by {policy}")
