r"""Config recorder leaves out global resources such as IAM users.

Users, groups, roles and policies are global resources, and the ones that an intruder changes first. A recorder leaves
them out unless told otherwise; one region in each account should record them.

## Bad
```terraform
resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    include_global_resource_types = false # recorded elsewhere
  }
}
```
## Good
```terraform
resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    include_global_resource_types = true # recorded elsewhere
  }
}
```
## Fix
Unsafe: recorded in several regions, each change is recorded, and paid for, several times. With `all_supported =
false` AWS refuses it.
## See
https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
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
        "cis-aws-3.0": ("3.3",),
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV2_AWS_48",),
    default=False,
)


@rule.on("aws_config_configuration_recorder")
def check(recorder: Resource) -> Iterator[Finding]:
    for wanted in recorder.each("recording_group.include_global_resource_types"):
        if wanted.absent or wanted.equals(False):
            yield rule.found(wanted, f"{recorder} leaves out global resources", fix=wanted.set(True))
