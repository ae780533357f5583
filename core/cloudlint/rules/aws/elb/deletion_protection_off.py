r"""Load balancer can be deleted without a second thought.

One wrong plan or one stolen key takes the site offline, and the name and certificates that go with the load balancer
have to be set up again.

## Bad
```terraform
resource "aws_lb" "site" {
  name                       = "site"
  subnets                    = var.subnet_ids
  enable_deletion_protection = false # while we test
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_lb" "site" {
  name                       = "site"
  subnets                    = var.subnet_ids
  enable_deletion_protection = true # while we test
}

variable "subnet_ids" {
  type = list(string)
}
```
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

from ._shared import BALANCERS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "iso-27001": ("A.8.14",),
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
    },
    aliases=(
        "CKV_AWS_150",
        "afecd1f1-6378-4f7e-bb3b-60c35801fdd4",
    ),
)


@rule.on(*BALANCERS)
def check(balancer: Resource) -> Iterator[Finding]:
    message = "{resource} can be deleted without a second thought"
    yield from rule.expect(balancer, "enable_deletion_protection", True, message=message)
