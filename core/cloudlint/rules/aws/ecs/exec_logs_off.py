r"""ECS cluster does not log what people do in its containers.

ECS Exec gives a shell in a running container. With logging off, nobody can say afterwards what was read or changed
there, be it by an engineer or by whoever stole the engineer's key.

## Bad
```terraform
resource "aws_ecs_cluster" "main" {
  name = "main"

  configuration {
    execute_command_configuration {
      logging = "NONE" # privacy
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
      logging = "DEFAULT" # privacy
    }
  }
}
```
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
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
    aliases=("CKV_AWS_223",),
)


@rule.on("aws_ecs_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    for config in cluster.blocks("configuration.execute_command_configuration"):
        logging = config["logging"]
        if logging.equals("NONE"):
            message = f"{cluster} does not log what people do in its containers"
            yield rule.found(logging, message, fix=logging.set("DEFAULT"))
