r"""Directory has the password of its administrator written in the code.

With this password one makes users, joins machines and reads every object of the directory. In the code it is in every
clone and in the history, for good.

## Bad
```terraform
resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = "correct-horse-battery"
  size     = "Small"

  vpc_settings {
    vpc_id     = var.vpc_id
    subnet_ids = var.subnet_ids
  }
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = var.password
  size     = "Small"

  vpc_settings {
    vpc_id     = var.vpc_id
    subnet_ids = var.subnet_ids
  }
}

variable "password" {
  type      = string
  sensitive = true
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
```
## Bad
```cloudformation
Resources:
  Corp:
    Type: AWS::DirectoryService::MicrosoftAD
    Properties:
      Name: corp.example.com
      Password: correct-horse-battery
      VpcSettings:
        VpcId: vpc-0123456789abcdef0
        SubnetIds: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]
```
## Good
```cloudformation
Resources:
  Corp:
    Type: AWS::DirectoryService::MicrosoftAD
    Properties:
      Name: corp.example.com
      Password: "{{resolve:secretsmanager:corp:SecretString:password}}"
      VpcSettings:
        VpcId: vpc-0123456789abcdef0
        SubnetIds: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]
```
## Fix
The password is known and has to be changed; the new one is given by other means.
## See
https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_getting_started.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "pci-dss-4.0": ("8.6.2",),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "6685d912-d81f-4cfa-95ad-e316ea31c989",
        "06b9f52a-8cd5-459b-bdc6-21a22521e1be",
    ),
)


@rule.on("aws_directory_service_directory")
def check(directory: Resource) -> Iterator[Finding]:
    password = directory["password"]
    if password.text:
        yield rule.found(password, f"The password of {directory} stands in the code in plain text")
