r"""Elastic Beanstalk reports only whether a page answers.

With enhanced reports you see failing requests, slow answers and machines that run out of memory before the whole
environment turns red.

## Bad
```terraform
resource "aws_elastic_beanstalk_environment" "shop" {
  name                = "shop"
  application         = "shop"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running Python 3.11"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "basic" # as it was
  }
}
```
## Good
```terraform
resource "aws_elastic_beanstalk_environment" "shop" {
  name                = "shop"
  application         = "shop"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running Python 3.11"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced" # as it was
  }
}
```
## Fix
Unsafe: the platform must support it and the instances need a role that may send it.
## See
https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=("CKV_AWS_312",),
)


NAMESPACE, NAME = "aws:elasticbeanstalk:healthreporting:system", "SystemType"


@rule.on("aws_elastic_beanstalk_environment")
def check(environment: Resource) -> Iterator[Finding]:
    settings = environment["setting"]
    template = environment["template_name"]
    if settings.unknown or settings.open or not template.absent:
        return
    blocks = environment.blocks("setting")
    if any(block["namespace"].unknown or block["name"].unknown for block in blocks):
        return
    ours = [block for block in blocks if block["namespace"].equals(NAMESPACE) and block["name"].equals(NAME)]
    for block in ours:
        value = block["value"]
        if value.text is not None and value.text.lower() != "enhanced":
            yield rule.found(value, f"{environment} reports only whether a page answers", fix=value.set("enhanced"))
    if not ours:
        change = environment.add("setting", {"namespace": NAMESPACE, "name": NAME, "value": "enhanced"})
        yield rule.found(environment, f"{environment} reports only whether a page answers", fix=change)
