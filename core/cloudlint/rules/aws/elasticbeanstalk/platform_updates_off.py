r"""Elastic Beanstalk does not update its platform by itself.

The operating system and the language below your application then stay as they were on the first day, with every hole
that has become known since.

## Bad
```terraform
resource "aws_elastic_beanstalk_environment" "shop" {
  name                = "shop"
  application         = "shop"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running Python 3.11"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "false" # as it was
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
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true" # as it was
  }
}
```
## Fix
Unsafe: the environment is updated in its maintenance window from then on, which needs a service role and an update
level as well.
## See
https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_340",),
)


NAMESPACE, NAME = "aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled"


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
        if value.text is not None and value.text.lower() != "true":
            yield rule.found(value, f"{environment} does not update its platform by itself", fix=value.set("true"))
    if not ours:
        change = environment.add("setting", {"namespace": NAMESPACE, "name": NAME, "value": "true"})
        yield rule.found(environment, f"{environment} does not update its platform by itself", fix=change)
