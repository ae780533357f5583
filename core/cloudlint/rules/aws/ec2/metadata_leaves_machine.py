r"""Answers of the metadata service may travel further than the instance itself.

With a hop limit above 1 the answer reaches what runs behind another network layer, a container above all, which then
has the role of the whole machine. Where containers must do so because they have no roles of their own, leave this
rule off; it runs only when selected.

## Bad
```terraform
resource "aws_launch_template" "web" {
  image_id      = var.image
  instance_type = "t3.small"

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2 # containers
  }
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_launch_template" "web" {
  image_id      = var.image
  instance_type = "t3.small"

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1 # containers
  }
}

variable "image" {
  type = string
}
```
## Fix
Unsafe: containers that use the role of the machine get no credentials from then on.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import MACHINES

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_341",),
    default=False,
)


@rule.on(*MACHINES)
def check(machine: Resource) -> Iterator[Finding]:
    limit = machine["metadata_options.http_put_response_hop_limit"]
    number = limit.number
    if number is not None and number > 1 and not machine["metadata_options.http_endpoint"].equals("disabled"):
        yield rule.found(
            limit, f"Answers of the metadata service of {machine} may travel {number} hops", fix=limit.set(1)
        )
