r"""Amazon MQ broker is not encrypted with a key of your own.

The key that AWS owns cannot be restricted or revoked, and its use is in no log of yours. Messages often hold what
databases hold.

## Bad
```terraform
resource "aws_mq_broker" "jobs" {
  broker_name        = "jobs"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  encryption_options {
    use_aws_owned_key = true # the default
  }

  user {
    username = "worker"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_kms_key" "jobs" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_mq_broker" "jobs" {
  broker_name        = "jobs"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  encryption_options {
    use_aws_owned_key = false # the default
    kms_key_id        = aws_kms_key.jobs.arn
  }

  user {
    username = "worker"
    password = var.password
  }
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_kms_key" "jobs" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: the broker is replaced and its messages are lost; and the key's policy must let the service use it. The fix is
offered where the block exists and the module has exactly one key.
## See
https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection-encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, only_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
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
    key, owned = options["kms_key_id"], options["use_aws_owned_key"]
    if owned.flag is True or lacks_own_key(key):
        own = None if options.absent else only_key(broker)
        fix = options.set_all({key.name: own, owned.name: False}) if own is not None else None
        yield rule.found(options, f"{broker} is not encrypted with a key of your own", fix=fix)
