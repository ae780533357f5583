r"""CodeCommit approval rule is content with fewer than two approvals.

With one approval a single stolen account, or one colleague in a hurry, is enough to put code into production. Two
people seldom make the same mistake.

## Bad
```terraform
resource "aws_codecommit_approval_rule_template" "main" {
  name = "main"
  content = jsonencode({
    Version               = "2018-11-08"
    DestinationReferences = ["refs/heads/main"]
    Statements = [
      {
        Type                    = "Approvers"
        NumberOfApprovalsNeeded = 1 # small team
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_codecommit_approval_rule_template" "main" {
  name = "main"
  content = jsonencode({
    Version               = "2018-11-08"
    DestinationReferences = ["refs/heads/main"]
    Statements = [
      {
        Type                    = "Approvers"
        NumberOfApprovalsNeeded = 2 # small team
      }
    ]
  })
}
```
## Fix
Unsafe: open pull requests with one approval can no longer be merged.
## See
https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.json_text import decode

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CM-2", "CM-6"),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("CKV_AWS_257",),
)

WANTED = 2


@rule.on("aws_codecommit_approval_rule_template")
def check(template: Resource) -> Iterator[Finding]:
    for statement in decode(template["content"]).entry("Statements").items():
        needed = statement.entry("NumberOfApprovalsNeeded")
        if needed.number is not None and needed.number < WANTED:
            message = f"{template} is content with {needed.text} approval"
            yield rule.found(needed, message, fix=needed.set(WANTED))
