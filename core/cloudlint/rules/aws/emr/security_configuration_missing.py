r"""EMR cluster has no security configuration.

Encryption at rest and in transit, Kerberos and the rules for metadata are all set there. Without one the cluster has
none of them.

## Bad
```terraform
resource "aws_emr_cluster" "reports" {
  name          = "reports"
  release_label = "emr-7.5.0"
  service_role  = var.role_arn

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

variable "subnet_id" {
  type = string
}

variable "profile_arn" {
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
what the configuration shall hold has to be decided first, and clusters are replaced by the change.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)", "164.312(e)(1)"),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)", "SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1", "4.2.1"),
        "soc-2": ("CC6.1", "CC6.7"),
    },
    aliases=(
        "CKV2_AWS_55",
        "48af92a5-c89b-4936-bc62-1086fe2bab23",
    ),
)


@rule.on("aws_emr_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    configuration = cluster["security_configuration"]
    if configuration.absent or configuration.equals(""):
        yield rule.found(configuration, f"{cluster} has no security configuration")
