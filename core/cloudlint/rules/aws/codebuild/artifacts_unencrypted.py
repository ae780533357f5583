r"""CodeBuild project stores its artifacts unencrypted.

What a build puts out is what runs in production later, and often holds configuration. CodeBuild encrypts it by
default; here somebody has switched that off.

## Bad
```terraform
resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "S3"
    location            = "example-builds"
    encryption_disabled = true # for the website
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
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "S3"
    location            = "example-builds"
    encryption_disabled = false # for the website
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
Unsafe: who fetches the artifacts needs a permission for the key from then on.
## See
https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_78",
        "AWS-0018",
        "aws-codebuild-enable-encryption",
        "AVD-AWS-0018",
        "a1423864-2fbc-4f46-bfe1-fbbf125c71c9",
        "d7467bb6-3ed1-4c82-8095-5e7a818d0aad",
    ),
)


@rule.on("aws_codebuild_project")
def check(project: Resource) -> Iterator[Finding]:
    for artifacts in (*project.blocks("artifacts"), *project.blocks("secondary_artifacts")):
        disabled = artifacts["encryption_disabled"]
        if disabled.equals(True) and not artifacts["type"].equals("NO_ARTIFACTS"):
            message = f"{project} stores its artifacts unencrypted"
            yield rule.found(disabled, message, fix=disabled.set(False))
