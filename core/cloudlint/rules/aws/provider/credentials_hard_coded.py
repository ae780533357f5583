r"""Access keys of AWS stand in the code.

Everyone who may read the repository, now or in its history, holds these keys, and they work from anywhere until
somebody revokes them. Profiles, environment variables and roles give Terraform keys without writing them down.

## Bad
```terraform
provider "aws" {
  region     = "eu-west-1"
  access_key = "AKIAIOSFODNN7EXAMPLE"
  secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" # mine
}
```
## Good
```terraform
provider "aws" {
  region = "eu-west-1"
}
```
## Fix
Unsafe: revoke the keys, they are known now; Terraform then looks for others in the environment and in profiles.
## See
https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import CRITICAL, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": (
            "8.3.2",
            "8.6.2",
        ),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_41",),
)


# Shapes after "IAM identifiers" in the IAM user guide; made-up words for local test doubles do not fit.
SHAPES = {
    "access_key": pattern(r"(?:AKIA|ASIA|A3T[A-Z0-9]|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16}"),
    "secret_key": pattern(r"[A-Za-z0-9/+=]{40}"),
    "token": pattern(r"[A-Za-z0-9/+=]{100,}"),
}


@rule.on("provider.aws", frameworks=("terraform",))
def check(provider: Resource) -> Iterator[Finding]:
    for name, shape in SHAPES.items():
        secret = provider[name]
        if shape.fullmatch(secret.text or ""):
            yield rule.found(secret, f"The code holds the `{name}` of an AWS account", fix=secret.remove())
