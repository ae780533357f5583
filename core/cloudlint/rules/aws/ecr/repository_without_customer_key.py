r"""ECR repository is not encrypted with a key of your own.

Keys that AWS manages have policies that you cannot change, and they cannot be revoked. With a key of your own,
pulling an image takes a permission that you control.

## Bad
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"

  encryption_configuration {
    encryption_type = "KMS"
  }
}
```
## Good
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}
```
## Fix
Which key, and who may use it, is for people to decide; a change replaces the repository.
## See
https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "AWS-0033",
        "aws-ecr-repository-customer-key",
        "AVD-AWS-0033",
        "0e32d561-4b5a-4664-a6e3-a3fa85649157",
    ),
    default=False,
)


@rule.on("aws_ecr_repository")
def check(repository: Resource) -> Iterator[Finding]:
    encryption = repository["encryption_configuration"]
    kind, key = encryption["encryption_type"], encryption["kms_key"]
    if kind.absent or kind.equals("AES256") or (kind.equals("KMS") and key.absent):
        place = key if kind.equals("KMS") else kind
        yield rule.found(place, f"{repository} is encrypted with a key that AWS manages")
