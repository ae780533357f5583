r"""CodeBuild project does not say where its logs go.

Builds run code from outside with the rights of a role; their logs show what they did. Without a word CodeBuild writes
to CloudWatch Logs, so only a project that switches that off is silent. This rule wants it said, and runs only when
asked for.

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
    cloudwatch_logs {
      status = "DISABLED" # too much
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
    cloudwatch_logs {
      status = "ENABLED" # too much
    }
  }
}
```
## See
https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details.html
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
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_314",),
    default=False,
)


@rule.on("aws_codebuild_project")
def check(project: Resource) -> Iterator[Finding]:
    config = project["logs_config"]
    if config.absent:
        yield rule.found(config, f"{project} does not say where its logs go")
    streams = [logs["status"] for logs in project.blocks("logs_config.cloudwatch_logs")]
    buckets = [logs["status"] for logs in project.blocks("logs_config.s3_logs")]
    states = [*streams, *buckets]
    if states and all(status.equals("DISABLED") for status in states):
        # Logs in a bucket need its name too.
        fix = streams[0].set("ENABLED") if streams else None
        yield rule.found(states[0], f"{project} keeps no logs", fix=fix)
