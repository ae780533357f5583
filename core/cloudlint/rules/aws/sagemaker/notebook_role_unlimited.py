r"""Role of a SageMaker notebook may do everything.

Whoever may open the notebook, and every package that it loads, acts as an administrator of the account.

## Bad
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = aws_iam_role.lab.arn
  instance_type = "ml.t3.medium"
}

resource "aws_iam_role" "lab" {
  name               = "lab"
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy" "lab" {
  role = aws_iam_role.lab.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

variable "trust" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = aws_iam_role.lab.arn
  instance_type = "ml.t3.medium"
}

resource "aws_iam_role" "lab" {
  name               = "lab"
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy" "lab" {
  role = aws_iam_role.lab.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::example-data/*" }]
  })
}

variable "trust" {
  type = string
}
```
## Fix
what the notebook needs is for people to say.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import is_admin, policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_68",),
)


@rule.on("aws_sagemaker_notebook_instance")
def check(notebook: Resource) -> Iterator[Finding]:
    role = notebook["role_arn"]
    for holder in role.refers:
        if holder.kind == "aws_iam_role" and any(_is_unlimited(text) for text in _policies(holder)):
            related = [(holder, "this role may do everything")]
            yield rule.found(role, f"{holder}, the role of {notebook}, may do everything", related=related)


def _policies(role: Resource) -> Iterator[Value]:
    yield from role.each("inline_policy.policy")
    yield from (value for name, value in role.entries().items() if name == "policy")  # written so by mistake
    yield from (policy["policy"] for policy in role.linked("aws_iam_role_policy", "role"))
    for attachment in role.linked("aws_iam_role_policy_attachment", "role"):
        for policy in attachment["policy_arn"].refers:
            if policy.kind == "aws_iam_policy":
                yield policy["policy"]


def _is_unlimited(text: Value) -> bool:
    policy = policy_of(text)
    return policy is not None and any(is_admin(statement) is not None for statement in policy.statements)
