r"""Lambda permission lets a service invoke the function for any account.

A service acts for all its customers. Without a source the bucket, topic or API of a stranger can call the function as
well, and the function cannot tell the difference.

## Bad
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
}
```
## Good
```terraform
resource "aws_lambda_permission" "orders" {
  function_name  = "orders"
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_arn     = "arn:aws:s3:::example-orders"
  source_account = "111122223333"
}
```
## Fix
Which bucket, topic, rule or API may call only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_AWS_364",
        "AWS-0067",
        "aws-lambda-restrict-source-arn",
        "AVD-AWS-0067",
    ),
)


@rule.on("aws_lambda_permission")
def check(permission: Resource) -> Iterator[Finding]:
    principal = permission["principal"]
    limits = ("source_arn", "source_account", "principal_org_id", "event_source_token")
    service = (principal.text or "").endswith((".amazonaws.com", ".amazonaws.com.cn"))
    if service and all(permission[name].absent for name in limits):
        message = f"`{principal.text}` may invoke the function for any account under {permission}"
        yield rule.found(principal, message)
