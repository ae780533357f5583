r"""ECR repository does not scan images when they are pushed.

A scan at the push finds known holes while the image is still on the developer's mind, and costs nothing. Repositories
are left alone where the registry as a whole is scanned.

## Bad
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"

  image_scanning_configuration {
    scan_on_push = false # slow
  }
}
```
## Good
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"

  image_scanning_configuration {
    scan_on_push = true # slow
  }
}
```
## Bad
```cloudformation
Resources:
  App:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: app
```
## Good
```cloudformation
Resources:
  App:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: app
      ImageScanningConfiguration:
        ScanOnPush: true
```
## See
https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-basic.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=(
        "CKV_AWS_163",
        "AWS-0030",
        "aws-ecr-enable-image-scans",
        "AVD-AWS-0030",
        "9025b2b3-e554-4842-ba87-db7aeec36d35",
        "9630336b-3fed-4096-8173-b9afdfe346a7",
        "AC_AWS_0083",
    ),
)


@rule.on("aws_ecr_repository")
def check(repository: Resource) -> Iterator[Finding]:
    if repository.graph.of("aws_ecr_registry_scanning_configuration"):
        return
    scan = repository["image_scanning_configuration.scan_on_push"]
    if scan.absent or scan.equals(False):
        yield rule.found(scan, f"{repository} does not scan what is pushed", fix=scan.set(True))
