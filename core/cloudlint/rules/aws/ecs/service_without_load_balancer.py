r"""ECS service stands behind no load balancer.

Callers then have to know single tasks, which come and go. Behind a load balancer a task that fails is left out.

## Bad
```terraform
resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:1"
  desired_count   = 2
}
```
## Good
```terraform
resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:1"
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
```
## Bad
```cloudformation
Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: web:1
      DesiredCount: 2
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: web:1
      DesiredCount: 2
      LoadBalancers:
        - TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef
          ContainerName: web
          ContainerPort: 8080
```
## Fix
Whether the service is called at all, and how, only the author knows.
## See
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("fb2b0ecf-1492-491a-a70d-ba1df579175d",),
    default=False,
)


@rule.on("aws_ecs_service")
def check(service: Resource) -> Iterator[Finding]:
    balancers = service["load_balancer"]
    if balancers.absent or (not balancers.unknown and not balancers.open and not balancers.items()):
        yield rule.found(balancers, f"{service} stands behind no load balancer")
