r"""Amplify app has its OAuth token written in the code.

The token opens the source repository at Bitbucket, CodeCommit or GitHub. Written in the code it is in every clone, in
the state and in the history, for good.

## Bad
```terraform
resource "aws_amplify_app" "site" {
  name         = "site"
  repository   = "https://git.example.com/site"
  oauth_token  = "exampletoken0123456789"
}
```
## Good
```terraform
resource "aws_amplify_app" "site" {
  name         = "site"
  repository   = "https://git.example.com/site"
  oauth_token  = var.token
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
      OauthToken: exampletoken0123456789
```
## Good
```cloudformation
Resources:
  Site:
    Type: AWS::Amplify::App
    Properties:
      Name: site
      Repository: https://git.example.com/site
      OauthToken: "{{resolve:secretsmanager:amplify:SecretString:token}}"
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
    aliases=("03b38885-8f4e-480c-a0e4-12c1affd15db",),
)


@rule.on("aws_amplify_app")
def check(app: Resource) -> Iterator[Finding]:
    token = app["oauth_token"]
    if token.text:
        yield rule.found(token, f"The token of {app} stands in the code in plain text")
