r"""Shell sessions in the containers of an ECS cluster are not encrypted with a key of yours.

What people type and read in a container includes passwords and customer data. With a key of your own on the session and
on its log, only those who may use the key can read along.

## Bad
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main"

  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
    }
  }
}
```
## Good
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main"

  configuration {
    execute_command_configuration {
      kms_key_id = var.key_arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = "shells"
      }
    }
  }
}

variable "key_arn" {
  type = string
}
```
## Fix
a key and a place for the encrypted log have to be chosen first.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("3.5.1",),
        "soc-2": ("CC6.1",),
    },
    aliases=("CKV_AWS_224",),
    default=False,
)


_ENCRYPTED = ("cloud_watch_encryption_enabled", "s3_bucket_encryption_enabled")


@rule.on("aws_ecs_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for config in cluster.blocks("configuration.execute_command_configuration"):
        key = config["kms_key_id"]
        if key.absent:
            yield rule.found(key, f"Shell sessions in {cluster} are not encrypted with a key of yours")
            continue
        logs = config["log_configuration"]
        flags = [logs[name] for name in _ENCRYPTED]
        logged = not config["logging"].equals("NONE")
        if logged and not logs.unknown and all(flag.absent or flag.equals(False) for flag in flags):
            yield rule.found(logs, f"The log of shell sessions in {cluster} is not encrypted")
