r"""Amplify site has its password written in the code.

The password keeps strangers away from a site that is not public yet. Written in the code it is known to everybody who
ever read the repository.

## Bad
```terraform
resource "aws_amplify_branch" "preview" {
  app_id                 = var.app_id
  branch_name            = "preview"
  enable_basic_auth      = true
  basic_auth_credentials = "cHJldmlldzpjb3JyZWN0LWhvcnNl"
}

variable "app_id" {
  type = string
}
```
## Good
```terraform
resource "aws_amplify_branch" "preview" {
  app_id                 = var.app_id
  branch_name            = "preview"
  enable_basic_auth      = true
  basic_auth_credentials = var.credentials
}

variable "app_id" {
  type = string
}

variable "credentials" {
  type      = string
  sensitive = true
}
```
## Bad
```cloudformation
Resources:
  Preview:
    Type: AWS::Amplify::Branch
    Properties:
      AppId: d1example
      BranchName: preview
      BasicAuthConfig:
        EnableBasicAuth: true
        Username: preview
        Password: correct-horse
```
## Good
```cloudformation
Resources:
  Preview:
    Type: AWS::Amplify::Branch
    Properties:
      AppId: d1example
      BranchName: preview
      BasicAuthConfig:
        EnableBasicAuth: true
        Username: preview
        Password: "{{resolve:secretsmanager:preview:SecretString:password}}"
```
## Fix
The password is known and has to be changed; the new one is given by other means.
## See
https://docs.aws.amazon.com/amplify/latest/userguide/access-control.html
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
        "71493c8b-3014-404c-9802-078b74496fb7",
        "dfb56e5d-ee68-446e-b32a-657b62befe69",
    ),
)


@rule.on("aws_amplify_app", "aws_amplify_branch")
def check(site: Resource) -> Iterator[Finding]:
    credentials = site["basic_auth_credentials"]
    if credentials.text:
        yield rule.found(credentials, f"The password of {site} stands in the code in plain text")
