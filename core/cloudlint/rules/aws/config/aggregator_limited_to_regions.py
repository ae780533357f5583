r"""Config aggregator does not look at all regions.

What runs in a region that nobody uses is what most needs to be seen. An aggregator with a list of regions misses the
ones that are not on it, and every new one.

## Bad
```terraform
resource "aws_config_configuration_aggregator" "main" {
  name = "main"

  account_aggregation_source {
    account_ids = ["111122223333"]
    regions     = ["eu-west-1"] # ours
  }
}
```
## Good
```terraform
resource "aws_config_configuration_aggregator" "main" {
  name = "main"

  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = true # ours
  }
}
```
## See
https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
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
        "pci-dss-4.0": ("10.4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
        "nydfs-500": ("500.14",),
    },
    aliases=(
        "CKV_AWS_121",
        "AWS-0019",
        "aws-config-aggregate-all-regions",
        "AVD-AWS-0019",
        "a2fdf451-89dd-451e-af92-bf6c0f4bab96",
        "9f3cf08e-72a2-4eb1-8007-e3b1b0e10d4d",
        "ac5a0bc0-a54c-45aa-90c3-15f7703b9132",
        "AC_AWS_0450",
        "AC_AWS_0049",
    ),
)

SOURCES = ("account_aggregation_source", "organization_aggregation_source")


@rule.on("aws_config_configuration_aggregator")
def check(aggregator: Resource) -> Iterator[Finding]:
    sources = [source for name in SOURCES for source in aggregator.blocks(name)]
    for source in sources:
        everywhere = source["all_regions"]
        if everywhere.absent or everywhere.equals(False):
            limited = everywhere.absent and not source["regions"].absent
            fix = source.replace("regions", {"all_regions": True}) if limited else everywhere.set(True)
            yield rule.found(everywhere, f"{aggregator} does not look at all regions", fix=fix)
    if not sources and not any(aggregator[name].unknown for name in SOURCES):
        yield rule.found(aggregator, f"{aggregator} does not look at any region")
