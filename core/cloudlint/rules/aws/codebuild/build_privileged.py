r"""CodeBuild project runs its builds in privileged mode.

A privileged container can do on its host whatever root can. Only building container images inside the build needs
that; any other project gives it to whoever gets code into a pull request.

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
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/standard:7.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = true # for docker
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
    type     = "S3"
    location = "example-builds"
  }

  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/standard:7.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = false # for docker
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example/app.git"
  }
}
```
## Fix
Unsafe: builds that start a Docker daemon fail.
## See
https://docs.aws.amazon.com/codebuild/latest/userguide/change-project-console.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:H/A:L",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_316",),
)


@rule.on("aws_codebuild_project")
def check(project: Resource) -> Iterator[Finding]:
    for privileged in project.each("environment.privileged_mode"):
        if privileged.equals(True):
            message = f"{project} runs its builds in privileged mode"
            yield rule.found(privileged, message, fix=privileged.set(False))
