r"""SageMaker notebook is not encrypted with a key of your own.

The disk of a notebook holds samples of the data that models are made from. Only with a key of your own can you decide
who may use it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule
runs only when selected.

## Bad
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"
}

variable "role" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"
  kms_key_id    = aws_kms_key.own.arn
}

variable "role" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-nbi.html
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
    aliases=(
        "CKV_AWS_22",
        "CKV_AWS_187",
        "f3674e0c-f6be-43fa-b71c-bf346d1aed99",
        "709e6da6-fa1f-44cc-8f17-7f25f96dadbe",
        "AC_AWS_0499",
        "AWS.ASNI.DP.MEDIUM.0035",
    ),
    default=False,
)


@rule.on("aws_sagemaker_notebook_instance")
def check(instance: Resource) -> Iterator[Finding]:
    key = instance["kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"{instance} is not encrypted with a key of your own")
