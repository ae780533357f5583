r"""Distributed machine image is not encrypted with a key of your own.

An image holds the whole disk of a machine: software, configuration, often keys. Only with a key of your own can you
decide who may use it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the
rule runs only when selected.

## Bad
```terraform
resource "aws_imagebuilder_distribution_configuration" "web" {
  name = "web"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name = "web-{{ imagebuilder:buildDate }}"
    }
  }
}
```
## Good
```terraform
resource "aws_imagebuilder_distribution_configuration" "web" {
  name = "web"

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name       = "web-{{ imagebuilder:buildDate }}"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_199",),
    default=False,
)


@rule.on("aws_imagebuilder_distribution_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    for image in configuration.blocks("distribution.ami_distribution_configuration"):
        key = image["kms_key_id"]
        if lacks_own_key(key):
            yield rule.found(key, f"Images that {configuration} makes are not encrypted with a key of your own")
