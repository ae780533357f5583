r"""CodeArtifact domain is not encrypted with a key of your own.

The packages of a company are its source code in another form. With a key of your own, reading them takes a permission
that you control, and the key can be revoked.

## Bad
```terraform
resource "aws_codeartifact_domain" "main" {
  domain = "example"
}
```
## Good
```terraform
resource "aws_codeartifact_domain" "main" {
  domain         = "example"
  encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
```
## Fix
Which key, and who may use it, is for people to decide. A change replaces the domain.
## See
https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_221",),
    default=False,
)


@rule.on("aws_codeartifact_domain")
def check(domain: Resource) -> Iterator[Finding]:
    key = domain["encryption_key"]
    if key.absent or key.equals(""):
        yield rule.found(key, f"{domain} is encrypted with a key that AWS manages")
