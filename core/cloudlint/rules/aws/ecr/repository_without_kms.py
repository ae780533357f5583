r"""ECR repository is not encrypted through KMS.

ECR encrypts images with a key of S3 where nothing else is said, so that nothing lies in plain text. A KMS key adds a
permission of its own and a record of each use.

## Bad
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
}
```
## Good
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"

  encryption_configuration {
    encryption_type = "KMS"
  }
}
```
## Fix
Unsafe: the repository is replaced, and its images are deleted.
## See
https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
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
        "CKV_AWS_136",
        "AC_AWS_0461",
    ),
    default=False,
)


@rule.on("aws_ecr_repository")
def check(repository: Resource) -> Iterator[Finding]:
    kind = repository["encryption_configuration.encryption_type"]
    if kind.absent or kind.equals("AES256"):
        yield rule.found(kind, f"{repository} is not encrypted through KMS", fix=kind.set("KMS"))
