r"""Amplify app has its access token written in the code.

Whoever reads the repository or its history gets into the source repository with the rights of the token, which are
those of the person or the installation it was made for.

## Bad
```terraform
resource "aws_amplify_app" "site" {
  name         = "site"
  repository   = "https://git.example.com/site"
  access_token = "exampletoken0123456789"
}
```
## Good
```terraform
resource "aws_amplify_app" "site" {
  name         = "site"
  repository   = "https://git.example.com/site"
  access_token = var.token
}

variable "token" {
  type      = string
  sensitive = true
}
```
## Bad
```cloudformation
Resources:
  Site:
    Type: AWS::Amplify::App
    Properties:
      Name: site
      Repository: https://git.example.com/site
      AccessToken: exampletoken0123456789
```
## Good
```cloudformation
Resources:
  Site:
    Type: AWS::Amplify::App
    Properties:
      Name: site
      Repository: https://git.example.com/site
      AccessToken: "{{resolve:secretsmanager:amplify:SecretString:token}}"
```
## Fix
The token is known and has to be revoked; the new one is given by other means.
## See
https://docs.aws.amazon.com/amplify/latest/APIReference/API_CreateApp.html
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
    aliases=("73980e43-f399-4fcc-a373-658228f7adf7",),
)


@rule.on("aws_amplify_app")
def check(app: Resource) -> Iterator[Finding]:
    token = app["access_token"]
    if token.text:
        yield rule.found(token, f"The token of {app} stands in the code in plain text")
