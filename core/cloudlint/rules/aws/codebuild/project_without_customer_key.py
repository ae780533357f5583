r"""CodeBuild project does not use a key of your own.

With the key that AWS manages for S3, whoever may read the bucket also decrypts the artifacts and the cache. A key of
your own is a second permission that you control.

## Bad
```terraform
resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type     = "S3"
    location = "example-builds"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example/app.git"
  }
}
```
## Good
```terraform
resource "aws_codebuild_project" "app" {
  name           = "app"
  service_role   = "arn:aws:iam::111122223333:role/build"
  encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"

  artifacts {
    type     = "S3"
    location = "example-builds"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example/app.git"
  }
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import managed_by_aws

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
        "CKV_AWS_147",
        "3deec14b-03d2-4d27-9670-7d79322e3340",
    ),
    default=False,
)


@rule.on("aws_codebuild_project")
def check(project: Resource) -> Iterator[Finding]:
    key = project["encryption_key"]
    if key.absent and all(kind.equals("NO_ARTIFACTS") for kind in project.each("artifacts.type")):
        return
    if managed_by_aws(key):
        yield rule.found(key, f"{project} uses a key that AWS manages")
