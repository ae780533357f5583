r"""IAM role can be assumed from any repository on GitHub.

GitHub signs tokens for the workflows of everyone. Only the condition on the subject says whose workflows are meant;
if it is missing, or begins with something that the author of a workflow chooses, a stranger's workflow takes on the
role.

## Bad
```terraform
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      }
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:example/shop:ref:refs/heads/main"
        }
      }
    }]
  })
}
```
## Fix
Which repository and branch may deploy only the author knows.
## See
https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import CRITICAL, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import Condition, federated_principals, literal

from ._shared import DOCUMENT, trusts

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_358",
        "CKV_AWS_393",
    ),
)

ISSUER = "token.actions.githubusercontent.com"
# Claims that whoever writes a workflow can choose; as the first part of a subject they prove nothing.
CHOSEN_BY_ANYONE = ("workflow", "environment", "ref", "context", "head_ref", "base_ref")


@rule.on("aws_iam_role", DOCUMENT)
def check(role: Resource) -> Iterator[Finding]:
    for statement in trusts(role):
        providers = [value for value in federated_principals(statement) if _is_github(value)]
        if not providers or not statement.allows:
            continue
        if not any(_restricts(condition) for condition in statement.conditions):
            yield rule.found(providers[0], f"Workflows of any repository on GitHub may be let in by {role}")
        for condition in statement.conditions:
            if _is_subject(condition):
                for value in condition.values:
                    if _is_loose(value):
                        yield rule.found(value, f"Subject `{value.text}` lets workflows of strangers in by {role}")


def _is_github(provider: Value) -> bool:
    providers = [other for other in provider.refers if other.kind == "aws_iam_openid_connect_provider"]
    if providers:
        return any(ISSUER in (other["url"].text or "") for other in providers)
    return ISSUER in (literal(provider) or "")


def _is_subject(condition: Condition) -> bool:
    return condition.key.lower().startswith(ISSUER) and condition.key.lower().endswith(":sub")


def _restricts(condition: Condition) -> bool:
    """A condition on whose workflow it is; what is not known may be one."""
    claim = condition.key.lower().rpartition(":")[2]
    return not condition.key or claim in (
        "sub",
        "job_workflow_ref",
        "repository",
        "repository_id",
        "repository_owner_id",
    )


_OWNED = pattern(r"[^/*?]+/.")


def _is_loose(value: Value) -> bool:
    text = literal(value)
    if text is None:
        return False
    claim, colon, rest = text.partition(":")
    if not colon or claim in CHOSEN_BY_ANYONE or "*" in claim:
        return True
    return claim == "repo" and _OWNED.match(rest) is None
