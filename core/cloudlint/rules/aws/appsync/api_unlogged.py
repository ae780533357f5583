r"""AppSync API keeps no logs.

Queries of strangers, refused logins and errors leave no trace. After an incident nobody can say which data was asked
for.

## Bad
```terraform
resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"
}
```
## Good
```terraform
resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/appsync-logs"
    field_log_level          = "ERROR"
  }
}
```
## Fix
A role that may write the logs has to be chosen.
## See
https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_193",
        "CKV_AWS_194",
    ),
)


@rule.on("aws_appsync_graphql_api")
def check(api: Resource) -> Iterator[Finding]:
    role = api["log_config.cloudwatch_logs_role_arn"]
    if role.absent:
        yield rule.found(role, f"{api} keeps no logs")
