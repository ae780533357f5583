r"""CloudFormation stack tells nobody when it changes.

A stack that fails half-way, or that is changed by hand, is then noticed by what stops working. Who pays attention to
the pipeline needs no second message, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_cloudformation_stack" "network" {
  name         = "network"
  template_url = "https://example-templates.s3.eu-west-1.amazonaws.com/network.yaml"
}
```
## Good
```terraform
resource "aws_cloudformation_stack" "network" {
  name              = "network"
  template_url      = "https://example-templates.s3.eu-west-1.amazonaws.com/network.yaml"
  notification_arns = [var.topic]
}

variable "topic" {
  type = string
}
```
## Fix
who should be told, and over which topic, is for people to decide.
## See
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html
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
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "CKV_AWS_124",
        "d39761d7-94ab-45b0-ab5e-27c44e381d58",
        "837e033c-4717-40bd-807e-6abaa30161b7",
        "b72d0026-f649-4c91-a9ea-15d8f681ac09",
        "AC_AWS_0021",
        "AWS.CloudFormation.Medium.0603",
    ),
    default=False,
)


@rule.on("aws_cloudformation_stack")
def check(stack: Resource) -> Iterator[Finding]:
    topics = stack["notification_arns"]
    if topics.absent or topics.known == []:
        yield rule.found(topics, f"{stack} tells nobody when it changes")
