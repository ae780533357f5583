r"""Volumes of a SageMaker endpoint are not encrypted with a key of your own.

The machines behind an endpoint keep the model on their disks. Only with a key of your own can you decide who may use
it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule runs only when
selected.

## Bad
```terraform
resource "aws_sagemaker_endpoint_configuration" "price" {
  name = "price"

  production_variants {
    variant_name           = "main"
    model_name             = "price"
    initial_instance_count = 1
    instance_type          = "ml.t2.medium"
  }
}
```
## Good
```terraform
resource "aws_sagemaker_endpoint_configuration" "price" {
  name        = "price"
  kms_key_arn = aws_kms_key.own.arn

  production_variants {
    variant_name           = "main"
    model_name             = "price"
    initial_instance_count = 1
    instance_type          = "ml.t2.medium"
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html
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
        "CKV_AWS_98",
        "44034eda-1c3f-486a-831d-e09a7dd94354",
        "58b35504-0287-4154-bf69-02c0573deab8",
    ),
    default=False,
)


@rule.on("aws_sagemaker_endpoint_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    key = configuration["kms_key_arn"]
    if lacks_own_key(key):
        yield rule.found(key, f"Volumes of {configuration} are not encrypted with a key of your own")
