r"""Glue job, crawler or endpoint runs without a security configuration.

The security configuration decides whether results, logs and bookmarks are encrypted, and with which key. Without one
the logs and bookmarks lie there as the services leave them. This rule runs only when asked for.

## Bad
```terraform
resource "aws_glue_job" "nightly" {
  name     = "nightly"
  role_arn = "arn:aws:iam::111122223333:role/glue"

  command {
    script_location = "s3://example-scripts/nightly.py"
  }
}
```
## Good
```terraform
resource "aws_glue_job" "nightly" {
  name                   = "nightly"
  role_arn               = "arn:aws:iam::111122223333:role/glue"
  security_configuration = "main"

  command {
    script_location = "s3://example-scripts/nightly.py"
  }
}
```
## Fix
The configuration, with its keys, is for people to decide.
## See
https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html
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
    aliases=("CKV_AWS_195",),
    default=False,
)


@rule.on("aws_glue_job", "aws_glue_crawler", "aws_glue_dev_endpoint")
def check(component: Resource) -> Iterator[Finding]:
    configuration = component["security_configuration"]
    if configuration.absent or configuration.equals(""):
        yield rule.found(configuration, f"{component} has no security configuration")
