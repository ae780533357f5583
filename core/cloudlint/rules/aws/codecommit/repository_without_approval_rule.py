r"""CodeCommit repository has no approval rule.

Without a rule whoever may push may also merge, alone and unseen. A template asks for approvals in all repositories
that it is associated with. This rule runs only when asked for.

## Bad
```terraform
resource "aws_codecommit_repository" "app" {
  repository_name = "app"
}
```
## Good
```terraform
resource "aws_codecommit_repository" "app" {
  repository_name = "app"
}

resource "aws_codecommit_approval_rule_template_association" "app" {
  approval_rule_template_name = "two-approvals"
  repository_name             = aws_codecommit_repository.app.repository_name
}
```
## Fix
Who has to approve is for people to decide.
## See
https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("CM-2", "CM-6"),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("CKV2_AWS_37",),
    default=False,
)

ASSOCIATION = "aws_codecommit_approval_rule_template_association"


@rule.on("aws_codecommit_repository")
def check(repository: Resource) -> Iterator[Finding]:
    own = repository["repository_name"].text
    if not repository.lacks(ASSOCIATION, "repository_name"):
        return
    if own is None or not any(other["repository_name"].equals(own) for other in repository.graph.of(ASSOCIATION)):
        yield rule.found(repository, f"{repository} has no approval rule")
