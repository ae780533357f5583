r"""Instance answers requests for its credentials without a session token.

Version 1 of the metadata service hands the keys of the instance's role to whoever gets the machine to fetch one
address: a forged request through the web application is enough. Version 2 asks for a token first, which such requests
cannot get.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional" # version 1 still works
  }
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required" # version 1 still works
  }
}

variable "image" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      InstanceType: t3.micro
```
## Good
```cloudformation
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      InstanceType: t3.micro
      MetadataOptions:
        HttpTokens: required
```
## Fix
Unsafe: software that knows version 1 only gets no credentials from then on; the metric MetadataNoToken shows whether
any does.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

from ._shared import MACHINES, from_template

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=(
        "CKV_AWS_79",
        "AWS-0028",
        "aws-ec2-enforce-http-token-imds",
        "AVD-AWS-0028",
        "AWS-0130",
        "aws-ec2-enforce-launch-config-http-token-imds",
        "AVD-AWS-0130",
        "aws-autoscaling-enforce-http-token-imds",
        "f1g2h3i4-j5k6-7lmn-8opq-9012rstuvwxy",
        "AC_AWS_0479",
        "AC-AWS-NS-IN-M-1172",
        "AC_AWS_0487",
        "AC-AW-CA-LC-H-0439",
    ),
)


@rule.on(*MACHINES)
def check(machine: Resource) -> Iterator[Finding]:
    tokens = machine["metadata_options.http_tokens"]
    if machine["metadata_options.http_endpoint"].equals("disabled"):
        return
    unsaid = tokens.absent and not from_template(machine) and not _account_demands_tokens(machine)
    if unsaid or tokens.equals("optional"):
        message = f"{machine} hands out its credentials without asking for a session token"
        yield rule.found(tokens, message, fix=tokens.set("required"))


def _account_demands_tokens(machine: Resource) -> bool:
    """Does the account say, for instances that say nothing?"""
    defaults = machine.graph.of("aws_ec2_instance_metadata_defaults")
    return any(
        not setting["http_tokens"].absent and not setting["http_tokens"].equals("optional") for setting in defaults
    )
