r"""Root user of the account has an access key.

The root user can do everything, no policy limits it, and a key is a secret that lies in files and variables. Whoever
finds it owns the account, with its backups and its bills.

## Bad
```terraform
resource "aws_iam_access_key" "root" {
  user = "root"
}
```
## Good
```terraform
resource "aws_iam_access_key" "root" {
  user   = "root"
  status = "Inactive"
}
```
## Fix
Unsafe: whatever uses the key stops. Delete it for good once nothing is missed.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import CRITICAL, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("1.4",),
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
        "CKV_AWS_348",
        "AWS-0141",
        "aws-iam-no-root-access-keys",
        "AVD-AWS-0141",
        "e71d0bc7-d9e8-4e6e-ae90-0a4206db6f40",
        "4c137350-7307-4803-8c04-17c09a7a9fcf",
        "970d224d-b42a-416b-81f9-8f4dfe70c4bc",
        "AC_AWS_0132",
    ),
)


@rule.on("aws_iam_access_key")
def check(key: Resource) -> Iterator[Finding]:
    user, status = key["user"], key["status"]
    if (user.text or "").lower() in ("root", "<root_account>") and not status.equals("Inactive"):
        yield rule.found(user, f"{key} is a key of the root user", fix=status.set("Inactive"))
