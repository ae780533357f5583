r"""Message broker has a public address.

Its console and its ports can then be reached from the internet, and the broker software has had flaws that needed no
password. Clients outside belong behind a VPN or a private link.

## Bad
```terraform
resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = true # partners

  user {
    username = "orders"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Good
```terraform
resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = false # partners

  user {
    username = "orders"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}
```
## Fix
Unsafe: the broker is replaced by one with private addresses, and clients from the internet are shut out.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
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
        "CKV_AWS_69",
        "AWS-0072",
        "aws-mq-no-public-access",
        "AVD-AWS-0072",
        "68b6a789-82f8-4cfd-85de-e95332fe6a61",
        "4eb5f791-c861-4afd-9f94-f2a6a3fe49cb",
        "AC_AWS_0175",
        "AWS.ElasticSearch.NetworkSecurity.Medium.0887",
    ),
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    public = broker["publicly_accessible"]
    if public.equals(True):
        yield rule.found(public, f"{broker} has a public address", fix=public.set(False))
