r"""Public and private instances share one role.

Whoever breaks into the public machine holds the role, and with it everything that the private machine may do. Two
roles keep what is exposed apart from what is not.

## Bad
```terraform
resource "aws_instance" "web" {
  ami                         = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  associate_public_ip_address = true
  iam_instance_profile        = aws_iam_instance_profile.shop.name
}

resource "aws_instance" "ledger" {
  ami                         = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  associate_public_ip_address = false
  iam_instance_profile        = aws_iam_instance_profile.shop.name
}

resource "aws_iam_instance_profile" "shop" {
  name = "shop"
  role = "shop"
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami                         = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  associate_public_ip_address = true
  iam_instance_profile        = aws_iam_instance_profile.web.name
}

resource "aws_instance" "ledger" {
  ami                         = "ami-0a1b2c3d4e5f60718"
  instance_type               = "t3.small"
  associate_public_ip_address = false
  iam_instance_profile        = aws_iam_instance_profile.ledger.name
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = "web"
}

resource "aws_iam_instance_profile" "ledger" {
  name = "ledger"
  role = "ledger"
}
```
## Fix
what each of the two may do is for people to say.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value

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
    aliases=("c53c7a89-f9d7-4c7b-8b66-8a555be99593",),
)


@rule.on("aws_instance")
def check(instance: Resource) -> Iterator[Finding]:
    profile = instance["iam_instance_profile"]
    if profile.absent or _is_public(instance) is not True:
        return
    for other in instance.graph.of("aws_instance"):
        if _is_public(other) is False and _same(profile, other["iam_instance_profile"]):
            related = [(other["iam_instance_profile"], f"{other}, which is private, has the same role")]
            yield rule.found(profile, f"{instance} is public and shares its role with {other}", related=related)
            return


def _is_public(instance: Resource) -> bool | None:
    """Does the instance stand on the internet? By its own word, or by its subnet's; None where neither is known."""
    own = instance["associate_public_ip_address"].flag
    if own is not None:
        return own
    subnets = [found for found in instance["subnet_id"].refers if found.kind == "aws_subnet"]
    if len(subnets) == 1:
        return subnets[0]["map_public_ip_on_launch"].flag or False
    return None


def _same(one: Value, other: Value) -> bool:
    """Do both name the same profile?"""
    named = isinstance(one.data, str) and one.data == other.data
    return named or any(profile in other.refers for profile in one.refers)
