r"""EC2 instance is put into whatever network is the default.

Without a subnet the instance starts in the default VPC, whose subnets hand out public addresses. Nobody decided who
can reach it there.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = var.subnet_id
}

variable "subnet_id" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
      SubnetId: subnet-0123456789abcdef0
```
## Fix
Which subnet is meant only the author knows, and moving replaces the instance.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import from_template

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.4.4",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("8a6d36cd-0bc6-42b7-92c4-67acc8576861",),
    default=False,
)


INTERFACES = ("subnet_id", "network_interface", "primary_network_interface")


@rule.on("aws_instance")
def check(instance: Resource) -> Iterator[Finding]:
    if all(instance[name].absent for name in INTERFACES) and not from_template(instance):
        yield rule.found(instance["subnet_id"], f"{instance} names no subnet")
