r"""IAM policy document names everyone as principal.

Whatever takes this document as its policy is open to every AWS account, and to people without one where the service
allows it. No condition of the statement narrows that down.

## Bad
```terraform
data "aws_iam_policy_document" "events" {
  statement {
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:eu-west-1:111122223333:events"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "events" {
  statement {
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:eu-west-1:111122223333:events"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/publisher"]
    }
  }
}
```
## Fix
Who is meant only the author knows. The rule is off by default, because the rules of each service judge the document
where it is used.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals

from ._shared import DOCUMENT, written

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=("CKV_AWS_283",),
    default=False,
)


@rule.on(DOCUMENT)
def check(document: Resource) -> Iterator[Finding]:
    for statement in written(document):
        for principal in public_principals(statement):
            yield rule.found(principal, f"Everyone is a principal of {document}")
