r"""Config has rules, but none that looks for unencrypted volumes.

The managed rule `ENCRYPTED_VOLUMES` finds volumes that were made without encryption by hand or by other tools. Not
every team needs it, so this rule runs only when asked for.

## Bad
```terraform
resource "aws_config_config_rule" "passwords" {
  name = "passwords" # the first

  source {
    owner             = "AWS"
    source_identifier = "IAM_PASSWORD_POLICY"
  }
}
```
## Good
```terraform
resource "aws_config_config_rule" "passwords" {
  name = "passwords" # the first

  source {
    owner             = "AWS"
    source_identifier = "IAM_PASSWORD_POLICY"
  }
}

resource "aws_config_config_rule" "encrypted_volumes" {
  name = "encrypted-volumes"

  source {
    owner             = "AWS"
    source_identifier = "ENCRYPTED_VOLUMES"
  }
}
```
## Fix
Unsafe: AWS Config charges for each evaluation.
## See
https://docs.aws.amazon.com/config/latest/developerguide/encrypted-volumes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("10.4.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
        "nydfs-500": ("500.14",),
    },
    aliases=(
        "7674a686-e4b1-4a95-83d4-1fd53c623d84",
        "1b6322d9-c755-4f8c-b804-32c19250f2d9",
        "abdb29d4-5ca1-4e91-800b-b3569bbd788c",
        "AC_AWS_0048",
    ),
    default=False,
)

KIND = "aws_config_config_rule"
WANTED = "ENCRYPTED_VOLUMES"


@rule.on(KIND)
def check(config_rule: Resource) -> Iterator[Finding]:
    everyone = config_rule.graph.of(KIND)
    identifiers = [other["source.source_identifier"] for other in everyone]
    # Said once, at the first of the rules.
    if everyone[0] is config_rule and not any(it.unknown or it.equals(WANTED) for it in identifiers):
        source: dict[str, Plain] = {"owner": "AWS", "source_identifier": WANTED}
        fix = config_rule.beside(KIND, "encrypted_volumes", {"name": "encrypted-volumes", "source": source})
        yield rule.found(config_rule, f"No Config rule beside {config_rule} looks for unencrypted volumes", fix=fix)
