r"""ECS task talks to its file system in clear text.

Files then cross the network unencrypted on every read and write, open to whoever gets a foothold in it. Encryption
costs one line.

## Bad
```terraform
resource "aws_ecs_task_definition" "site" {
  family                = "site"
  container_definitions = var.containers

  volume {
    name = "uploads"

    efs_volume_configuration {
      file_system_id     = var.file_system_id
      transit_encryption = "DISABLED" # faster
    }
  }
}

variable "containers" {
  type = string
}

variable "file_system_id" {
  type = string
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "site" {
  family                = "site"
  container_definitions = var.containers

  volume {
    name = "uploads"

    efs_volume_configuration {
      file_system_id     = var.file_system_id
      transit_encryption = "ENABLED" # faster
    }
  }
}

variable "containers" {
  type = string
}

variable "file_system_id" {
  type = string
}
```
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
    },
    aliases=(
        "CKV_AWS_97",
        "AWS-0035",
        "aws-ecs-enable-in-transit-encryption",
        "AVD-AWS-0035",
        "c1282e03-b285-4637-aee7-eefe3a7bb658",
        "AC_AWS_0463",
        "AWS.AETD.IS.MEDIUM.0043",
        "4d46ff3b-7160-41d1-a310-71d6d370b08f",
    ),
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    for volume in task.blocks("volume.efs_volume_configuration"):
        encryption = volume["transit_encryption"]
        if encryption.absent or encryption.equals("DISABLED"):
            message = f"{task} talks to its file system in clear text"
            yield rule.found(encryption, message, fix=encryption.set("ENABLED"))
