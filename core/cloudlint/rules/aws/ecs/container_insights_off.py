r"""ECS cluster collects no container metrics.

Without Container Insights nobody sees that a task restarts all the time, runs out of memory or suddenly sends far more
than it used to, which are the first signs of trouble of either kind.

## Bad
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main"

  setting {
    name  = "containerInsights"
    value = "disabled" # to save metrics
  }
}
```
## Good
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main"

  setting {
    name  = "containerInsights"
    value = "enabled" # to save metrics
  }
}
```
## Bad
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main" # the only one
}
```
## Good
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main" # the only one

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
```
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV_AWS_65",
        "AWS-0034",
        "aws-ecs-enable-container-insight",
        "AVD-AWS-0034",
        "ab759fde-e1e8-4b0e-ad73-ba856e490ed8",
        "0c7a76d9-7dc5-499e-81ac-9245839177cb",
        "abcefee4-a0c1-4245-9f82-a473f79a9e2f",
        "97cb0688-369a-4d26-b1f7-86c4c91231bc",
    ),
)


_ON = ("enabled", "enhanced")


@rule.on("aws_ecs_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    settings = cluster["setting"]
    if settings.unknown or settings.open:
        return
    message = f"{cluster} collects no container metrics"
    for setting in cluster.blocks("setting"):
        name, value = setting["name"], setting["value"]
        if name.unknown or (name.equals("containerInsights") and (value.unknown or value.one_of(_ON))):
            return
        if name.equals("containerInsights"):
            yield rule.found(value, message, fix=value.set("enabled"))
            return
    change = cluster.add("setting", {"name": "containerInsights", "value": "enabled"})
    yield rule.found(settings, message, fix=change)
