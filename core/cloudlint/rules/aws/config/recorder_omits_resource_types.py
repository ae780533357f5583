r"""Config recorder leaves out types of resources.

What is not recorded has no history, and rules about it never run. A list of types ages: each new service of AWS is
missing from it until somebody thinks of it.

## Bad
```terraform
resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported  = false
    resource_types = ["AWS::EC2::Instance"]
  }
}
```
## Good
```terraform
resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/config"

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}
```
## Fix
More types cost money, and the list that stands there has to go with it.
## See
https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
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
        "cis-aws-3.0": ("3.3",),
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("AU-2", "AU-12"),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV2_AWS_45",
        "CKV2_AWS_48",
    ),
)

STATUS = "aws_config_configuration_recorder_status"


@rule.on("aws_config_configuration_recorder")
def check(recorder: Resource) -> Iterator[Finding]:
    for everything in recorder.each("recording_group.all_supported"):
        # To record all but a few types is a choice of its own, written down as exclusions.
        excluding = recorder.blocks("recording_group.exclusion_by_resource_types")
        if everything.equals(False) and not excluding:
            statuses = recorder.linked(STATUS, "name")
            # Recorders in several regions bear one name: what refers to this one is meant first.
            statuses = tuple(it for it in statuses if recorder in it["name"].refers) or statuses
            message = f"{recorder} leaves out types of resources"
            yield rule.found(everything, message, about=statuses[0] if statuses else recorder)
