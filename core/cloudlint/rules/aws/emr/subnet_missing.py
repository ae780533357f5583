r"""EMR cluster names no subnet.

AWS then starts it in the default VPC, whose subnets are public. Its consoles have had no password by default for years.

## Bad
```terraform
resource "aws_emr_cluster" "reports" {
  name                   = "reports"
  release_label          = "emr-7.5.0"
  service_role           = var.role_arn
  security_configuration = var.security_configuration

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

variable "role_arn" {
  type = string
}

variable "security_configuration" {
  type = string
}
```
## Good
```terraform
resource "aws_emr_cluster" "reports" {
  name                   = "reports"
  release_label          = "emr-7.5.0"
  service_role           = var.role_arn
  security_configuration = var.security_configuration

  ec2_attributes {
    subnet_id        = var.subnet_id
    instance_profile = var.profile_arn
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }
}

variable "role_arn" {
  type = string
}

variable "security_configuration" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "profile_arn" {
  type = string
}
```
## Fix
which subnet the cluster belongs in has to be decided, and clusters are replaced by the change.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-vpc-subnet.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "bf89373a-be40-4c04-99f5-746742dfd7f3",
        "2b3c8a6d-9856-43e6-ab1d-d651094f03b4",
    ),
)


@rule.on("aws_emr_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    attributes = cluster["ec2_attributes"]
    if attributes.unknown or attributes.open:
        return
    subnet, subnets = attributes["subnet_id"], attributes["subnet_ids"]
    nothing = subnets.absent or (not subnets.unknown and not subnets.open and not subnets.items())
    if nothing and (subnet.absent or subnet.equals("")):
        yield rule.found(subnet, f"{cluster} names no subnet")
