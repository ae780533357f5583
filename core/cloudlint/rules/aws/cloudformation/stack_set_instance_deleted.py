r"""Stack of a stack set is deleted together with its entry here.

When the entry leaves the code, or the account leaves the list, all that the stack made in that account is deleted,
its data included. Kept, the stack can be looked at first. It depends on what the stack holds, so that the rule runs
only when selected.

## Bad
```terraform
resource "aws_cloudformation_stack_set_instance" "team" {
  stack_set_name = "baseline"
  account_id     = "111122223333"
  retain_stack   = false # clean up
}
```
## Good
```terraform
resource "aws_cloudformation_stack_set_instance" "team" {
  stack_set_name = "baseline"
  account_id     = "111122223333"
  retain_stack   = true # clean up
}
```
## See
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackinstances-delete.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H",
    fixes=SAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": (
            "CP-9",
            "CP-10",
        ),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=(
        "17d5ba1d-7667-4729-b1a6-b11fde3db7f7",
        "fe974ae9-858e-4991-bbd5-e040a834679f",
        "6e0e2f68-3fd9-4cd8-a5e4-e2213ef0df97",
        "AC_AWS_0022",
        "AWS.CloudFormation.Medium.0605",
    ),
    default=False,
)


@rule.on("aws_cloudformation_stack_set_instance")
def check(instance: Resource) -> Iterator[Finding]:
    message = "The stack of {resource} is deleted together with its entry here"
    yield from rule.expect(instance, "retain_stack", True, message=message)
