r"""ECS task definition holds a secret in clear text.

Everybody who may describe the task, read the state of Terraform or the code can read it, and it stays in every old
revision. Secrets Manager and the Parameter Store hand it to the container at the start instead.

## Bad
```terraform
resource "aws_ecs_task_definition" "site" {
  family = "site"
  container_definitions = jsonencode([
    {
      name   = "web"
      image  = "example/site:1.4"
      memory = 256
      environment = [
        {
          name  = "DATABASE_PASSWORD"
          value = "correct-horse-battery"
        },
      ]
    },
  ])
}
```
## Good
```terraform
resource "aws_ecs_task_definition" "site" {
  family = "site"
  container_definitions = jsonencode([
    {
      name   = "web"
      image  = "example/site:1.4"
      memory = 256
      secrets = [
        {
          name      = "DATABASE_PASSWORD"
          valueFrom = var.password_arn
        },
      ]
    },
  ])
}

variable "password_arn" {
  type = string
}
```
## Fix
the secret has to be replaced by a new one and stored elsewhere; taking it out of the code alone does not undo the leak.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary import secrets

from ._shared import containers, named, said

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(d)",),
        "iso-27001": ("A.5.17",),
        "nist-800-53": ("IA-5",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "AWS-0036",
        "aws-ecs-no-plaintext-secrets",
        "AVD-AWS-0036",
        "AC_AWS_0095",
        "AWS.LaunchConfiguration.DataSecurity.High.0101",
    ),
)


@rule.on("aws_ecs_task_definition")
def check(task: Resource) -> Iterator[Finding]:
    for container in containers(task):
        for variable in said(container, "environment").items():
            name, value = said(variable, "name"), said(variable, "value")
            kinds = [kind for kind, _ in secrets.find_in(value)]
            if name.text and value.text:
                kinds += [found.kind for found in secrets.find(f'{name.text}="{value.text}"')]
            if kinds:
                message = f"{task} gives {named(container)} a {kinds[0]} in clear text ({name.text or 'unnamed'})"
                yield rule.found(value, message)
