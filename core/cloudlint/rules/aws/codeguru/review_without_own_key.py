r"""Code that CodeGuru reviews is not encrypted with a key of your own.

CodeGuru keeps a copy of your source code. Only with a key of your own can you decide who may use it, see each use,
and shut everything off at once. The key that AWS manages is fine for most; the rule runs only when selected.

## Bad
```terraform
resource "aws_codegurureviewer_repository_association" "shop" {
  repository {
    codecommit {
      name = "shop"
    }
  }
}
```
## Good
```terraform
resource "aws_codegurureviewer_repository_association" "shop" {
  repository {
    codecommit {
      name = "shop"
    }
  }

  kms_key_details {
    encryption_option = "CUSTOMER_MANAGED_CMK"
    kms_key_id        = aws_kms_key.own.key_id
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/codeguru/latest/reviewer-ug/data-protection.html
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
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_381",),
    default=False,
)


@rule.on("aws_codegurureviewer_repository_association")
def check(association: Resource) -> Iterator[Finding]:
    message = "The code that {resource} reviews is not encrypted with a key of your own"
    path = "kms_key_details.encryption_option"
    yield from rule.expect(association, path, "CUSTOMER_MANAGED_CMK", message=message, fix=False)
