r"""SES identity policy lets everyone send mail in your name.

Every AWS account may then send from the domain, signed and trusted by the receivers. Phishing of your own customers
looks genuine, and the reputation of the domain is gone.

## Bad
```terraform
resource "aws_ses_identity_policy" "shop" {
  identity = "example.com"
  name     = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["ses:SendEmail", "ses:SendRawEmail"]
      Resource  = "arn:aws:ses:eu-west-1:111122223333:identity/example.com"
    }]
  })
}
```
## Good
```terraform
resource "aws_ses_identity_policy" "shop" {
  identity = "example.com"
  name     = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = ["ses:SendEmail", "ses:SendRawEmail"]
      Resource  = "arn:aws:ses:eu-west-1:111122223333:identity/example.com"
    }]
  })
}
```
## Fix
Who may send only the author knows.
## See
https://docs.aws.amazon.com/ses/latest/dg/sending-authorization.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "8ed0bfce-f780-46d4-b086-21c3628f09ad",
        "34b921bd-90a0-402e-a0a5-dc73371fd963",
    ),
)


@rule.on("aws_ses_identity_policy", "aws_sesv2_email_identity_policy")
def check(identity: Resource) -> Iterator[Finding]:
    policy = policy_of(identity["policy"])
    for statement in policy.statements if policy is not None else ():
        for principal in public_principals(statement):
            yield rule.found(principal, f"Everyone may send mail in your name under {identity}")
