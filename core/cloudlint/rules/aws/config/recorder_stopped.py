r"""Config recorder is stopped.

A recorder that is not running records nothing: no history, no rules, no alarm. It is the first thing that somebody
switches off who has something to hide.

## Bad
```terraform
resource "aws_config_configuration_recorder_status" "main" {
  name       = "main"
  is_enabled = false # saves money
}
```
## Good
```terraform
resource "aws_config_configuration_recorder_status" "main" {
  name       = "main"
  is_enabled = true # saves money
}
```
## See
https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:H/A:N",
    fixes=SAFE,
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
    aliases=("CKV2_AWS_45",),
)


@rule.on("aws_config_configuration_recorder_status")
def check(status: Resource) -> Iterator[Finding]:
    yield from rule.expect(status, "is_enabled", True, message="{resource} keeps the recorder stopped")
