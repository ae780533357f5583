r"""IAM policy for invoking a Lambda function names only its versions or only itself.

`function:orders` and `function:orders:*` are two things: the first is called without a version, the second with a
version or an alias. With one of them some calls are refused, and people then help themselves with a wildcard that
covers other functions.

## Bad
```terraform
data "aws_iam_policy_document" "shop" {
  statement {
    actions   = ["lambda:InvokeFunction"]
    resources = ["arn:aws:lambda:eu-west-1:111122223333:function:orders*:*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "shop" {
  statement {
    actions = ["lambda:InvokeFunction"]
    resources = [
      "arn:aws:lambda:eu-west-1:111122223333:function:orders",
      "arn:aws:lambda:eu-west-1:111122223333:function:orders:*",
    ]
  }
}
```
## Fix
Whether versions and aliases are meant only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/permissions-user-function.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import allows_action, literal

from ....patterns import pattern
from ._shared import DOCUMENT, IDENTITY_POLICIES, statements

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("0ca1017d-3b80-423e-bb9c-6cd5898d34bd",),
    default=False,
)

FUNCTION = pattern(r"arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:]+)(:.*)?")


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in statements(policy):
        if allows_action(statement, "lambda:InvokeFunction") is None:
            continue
        functions = [(arn, FUNCTION.fullmatch(literal(arn) or "")) for arn in statement.resources]
        named = {(found[1], bool(found[2])) for _, found in functions if found}
        for arn, found in functions:
            if found and (found[1], not found[2]) not in named:
                half = "versions of a function" if found[2] else "a function without its versions"
                message = f"{policy} allows to invoke only {half}"
                yield rule.found(arn, message, about=_user(policy))


def _user(policy: Resource) -> Resource:
    """The policy that takes its text from this document, if there is one."""
    takers = [taker for taker in policy.graph.of("aws_iam_policy") if policy in taker["policy"].refers]
    return takers[0] if takers and policy.kind == DOCUMENT else policy
