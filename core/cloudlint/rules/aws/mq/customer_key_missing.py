r"""Message broker rests under a key that AWS owns.

Such a key cannot be withdrawn, and nothing logs its use. A key of your own can be limited to those who need it, and its
log shows who reads the messages at rest.

## Bad
```terraform
resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

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
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  encryption_options {
    use_aws_owned_key = false
    kms_key_id        = var.key_arn
  }

  user {
    username = "orders"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}

variable "key_arn" {
  type = string
}
```
## Fix
a key has to be chosen, and adding one replaces the broker.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_AWS_209",
        "316278b3-87ac-444c-8f8f-a733a28da60f",
        "3db3f534-e3a3-487f-88c7-0a9fbf64b702",
    ),
    default=False,
)


@rule.on("aws_mq_broker")
def check(broker: Resource) -> Iterator[Finding]:
    options = broker["encryption_options"]
    if options.unknown or options.open:
        return
    key = options["kms_key_id"]
    if key.absent or key.equals(""):
        yield rule.found(key, f"{broker} rests under a key that AWS owns")
