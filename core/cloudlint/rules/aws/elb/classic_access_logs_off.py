r"""Classic load balancer keeps no access logs.

The log holds every request with its source and its answer. Without it an attack can neither be seen nor be traced.

## Bad
```terraform
resource "aws_elb" "site" {
  name    = "site"
  subnets = var.subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = false # too many
  }

  listener {
    instance_port      = 8080
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = var.certificate_arn
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "log_bucket" {
  type = string
}

variable "certificate_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_elb" "site" {
  name    = "site"
  subnets = var.subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = true # too many
  }

  listener {
    instance_port      = 8080
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = var.certificate_arn
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "log_bucket" {
  type = string
}

variable "certificate_arn" {
  type = string
}
```
## Fix
Unsafe: the bucket has to let the load balancer write to it, or the next apply fails.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
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
        "CKV_AWS_92",
        "ee12ad32-2863-4c0f-b13f-28272d115028",
        "20018359-6fd7-4d05-ab26-d4dffccbdf79",
        "AC_AWS_0470",
        "AWS.ELB.LM.MEDIUM.0072",
    ),
)


@rule.on("aws_elb")
def check(balancer: Resource) -> Iterator[Finding]:
    logs, enabled = balancer["access_logs"], balancer["access_logs.enabled"]
    if logs.absent or (not logs.unknown and not logs.open and not balancer.blocks("access_logs")):
        yield rule.found(logs, f"{balancer} keeps no access logs")
    elif enabled.equals(False):
        yield rule.found(enabled, f"{balancer} keeps no access logs", fix=enabled.set(True))
