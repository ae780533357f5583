r"""CodeBuild project writes its logs unencrypted into a bucket.

Build logs hold addresses, versions, and every secret that a script echoes by accident. CodeBuild encrypts them by
default; here somebody has switched that off.

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

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "example-logs/app"
      encryption_disabled = true # for the viewer
    }
  }
}
```
## Good
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

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "example-logs/app"
      encryption_disabled = false # for the viewer
    }
  }
}
```
## Fix
Unsafe: who reads the logs needs a permission for the key from then on.
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
    aliases=("CKV_AWS_311",),
)


@rule.on("aws_codebuild_project")
def check(project: Resource) -> Iterator[Finding]:
    message = "{resource} writes its logs unencrypted"
    for logs in project.blocks("logs_config.s3_logs"):
        yield from rule.expect(logs, "encryption_disabled", False, default=False, message=message)
