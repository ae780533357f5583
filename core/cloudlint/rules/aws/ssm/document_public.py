r"""SSM document is shared with every AWS account.

Scripts and runbooks tell how the systems of a company are built, and often enough hold an address or a key. Shared
with `All`, anybody with an AWS account can read and copy them.

## Bad
```terraform
resource "aws_ssm_document" "disk" {
  name          = "disk"
  document_type = "Command"

  permissions = {
    type        = "Share"
    account_ids = "All"
  }

  content = jsonencode({
    schemaVersion = "2.2"
    mainSteps     = [{ action = "aws:runShellScript", name = "disk", inputs = { runCommand = ["df -h"] } }]
  })
}
```
## Good
```terraform
resource "aws_ssm_document" "disk" {
  name          = "disk"
  document_type = "Command"

  content = jsonencode({
    schemaVersion = "2.2"
    mainSteps     = [{ action = "aws:runShellScript", name = "disk", inputs = { runCommand = ["df -h"] } }]
  })
}
```
## Fix
Unsafe: other accounts can no longer run the document.
## See
https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_303",),
)


@rule.on("aws_ssm_document")
def check(document: Resource) -> Iterator[Finding]:
    accounts = document["permissions"].entry("account_ids")
    if (accounts.text or "").lower() == "all":
        fix = document["permissions"].remove()
        yield rule.found(accounts, f"{document} is shared with every AWS account", fix=fix)
