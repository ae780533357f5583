r"""List of availability zones may grow by itself.

When AWS opens a new zone, or gives you a local zone that you opted into, the list changes, and with it every subnet
and address range that is counted from it. Naming the zones or filtering them keeps a plan from moving the network.
The rule runs only when selected.

## Bad
```terraform
data "aws_availability_zones" "here" {
  state = "available"
}
```
## Good
```terraform
data "aws_availability_zones" "here" {
  state = "available"

  filter {
    name   = "zone-id"
    values = ["euw1-az1", "euw1-az2", "euw1-az3"]
  }
}
```
## Fix
which zones to use is for people to say.
## See
https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/availability_zones
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": (
            "CM-2",
            "CM-6",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("CKV_AWS_394",),
    default=False,
)


PINNING = ("zone-id", "zone-name")


@rule.on("data.aws_availability_zones")
def check(zones: Resource) -> Iterator[Finding]:
    filters = zones["filter"]
    if filters.unknown or filters.open:
        return
    if not any(only["name"].unknown or only["name"].one_of(PINNING) for only in zones.blocks("filter")):
        yield rule.found(zones, f"{zones} may list more zones one day")
