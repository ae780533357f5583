r"""Lambda function runs with the rights of an administrator.

A function handles what comes from outside. One hole in it, or in one of its libraries, gives the attacker what its
role may do, and here that is everything.

## Bad
```terraform
resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
}
```
## Good
```terraform
resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
}
```
## Fix
Which rights the function needs only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import is_admin, policy_of, wildcard_actions

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
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
        "1b3af2f9-af8c-4dfc-a0f1-a03adb70deb2",
        "a0ae0a4e-712b-4115-8112-51b9eeed9d69",
    ),
)

ADMINISTRATORS = (":aws:policy/AdministratorAccess", ":aws:policy/IAMFullAccess")


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    value = function["role"]
    for role in value.refers:
        if role.kind == "aws_iam_role":
            source = next(_administrative(role), None)
            if source is not None:
                related = [(source, "this makes its role an administrator")]
                yield rule.found(value, f"{function} runs with the rights of an administrator", related=related)


def _administrative(role: Resource) -> Iterator[Value]:
    """What makes a role an administrator: the ARN of a policy of AWS, or an action of its own policies."""
    arns = [link["policy_arn"] for link in role.linked("aws_iam_role_policy_attachment", "role")]
    arns += role["managed_policy_arns"].items()
    yield from (arn for arn in arns if (arn.text or "").endswith(ADMINISTRATORS))
    texts = [policy["policy"] for policy in role.linked("aws_iam_role_policy", "role")]
    texts += [other["policy"] for arn in arns for other in arn.refers if other.kind == "aws_iam_policy"]
    texts += [inline["policy"] for inline in role.blocks("inline_policy")]
    for text in texts:
        policy = policy_of(text)
        for statement in policy.statements if policy is not None else ():
            action = is_admin(statement)
            if action is None and statement.allows:
                action = next((one for one in wildcard_actions(statement, "iam") if one.text != "*"), None)
            if action is not None:
                yield action
