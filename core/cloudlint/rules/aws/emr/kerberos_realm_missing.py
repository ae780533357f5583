r"""EMR cluster with Kerberos names no realm.

Kerberos without its realm does not come up, so that the cluster fails to start or runs without the authentication that
was meant.

## Bad
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

  kerberos_attributes {
    kdc_admin_password = var.password
    realm              = ""
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

variable "password" {
  type      = string
  sensitive = true
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

  kerberos_attributes {
    kdc_admin_password = var.password
    realm              = "EC2.INTERNAL"
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

variable "password" {
  type      = string
  sensitive = true
}
```
## Fix
the name of the realm only its owner knows.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html
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
        "iso-27001": ("A.8.9",),
        "nist-800-53": ("CM-6",),
        "soc-2": ("CC8.1",),
    },
    aliases=("CKV_AWS_114",),
)


@rule.on("aws_emr_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for kerberos in cluster.blocks("kerberos_attributes"):
        realm = kerberos["realm"]
        if realm.absent or realm.equals(""):
            yield rule.found(realm, f"{cluster} names no Kerberos realm")
