r"""ECR repository has no policy of its own.

Without a policy only the permissions of roles in the account decide who pulls and pushes. That is fine for most;
where the repository itself must say who may come in, this rule finds those that do not. It runs only when asked for.

## Bad
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
}
```
## Good
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }
        Action    = "ecr:BatchGetImage"
      }
    ]
  })
}
```
## Fix
Who may pull and push is for people to decide.
## See
https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
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
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "69e7c320-b65d-41bb-be02-d63ecc0bcc9d",
        "AC_AWS_0462",
    ),
    default=False,
)


@rule.on("aws_ecr_repository")
def check(repository: Resource) -> Iterator[Finding]:
    if repository.lacks("aws_ecr_repository_policy", "repository"):
        yield rule.found(repository, f"{repository} has no policy")
