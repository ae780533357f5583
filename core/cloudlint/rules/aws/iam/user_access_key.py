r"""IAM user has a long-lived access key.

An access key stays valid until somebody deletes it, and this one also lies in the Terraform state in plain text. Keys
in files, images and logs are how most accounts are entered; roles give credentials that end by themselves.

## Bad
```terraform
resource "aws_iam_access_key" "ci" {
  user = "ci"
}
```
## Good
```terraform
resource "aws_iam_access_key" "ci" {
  user   = "ci"
  status = "Inactive"
}
```
## Fix
Unsafe: whatever uses the key stops; give it a role first.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=(
        "7f79f858-fbe8-4186-8a2c-dfd0d958a40f",
        "7081f85c-b94d-40fd-8b45-a4f1cac75e46",
    ),
    default=False,
)


@rule.on("aws_iam_access_key")
def check(key: Resource) -> Iterator[Finding]:
    status = key["status"]
    inactive = status.equals("Inactive") or status.unknown
    if not inactive and (key["user"].text or "").lower() != "root":  # the root user has a rule of its own
        message = f"{key} is a key that stays valid until it is deleted"
        yield rule.found(key, message, fix=status.set("Inactive"))
