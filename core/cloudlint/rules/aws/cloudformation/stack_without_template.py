r"""CloudFormation stack has no template.

Without a template the stack cannot be made: AWS refuses it when the change is applied, half-way through everything
else that was to change.

## Bad
```terraform
resource "aws_cloudformation_stack" "network" {
  name = "network"
}
```
## Good
```terraform
resource "aws_cloudformation_stack" "network" {
  name         = "network"
  template_url = "https://example-templates.s3.eu-west-1.amazonaws.com/network.yaml"
}
```
## Fix
the template has to be written or found.
## See
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": (
            "CM-2",
            "CM-6",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "32d31f1f-0f83-4721-b7ec-1e6948c60145",
        "91bea7b8-0c31-4863-adc9-93f6177266c4",
        "AC_AWS_0444",
        "AWS.CloudFormation.Medium.0599",
    ),
)


@rule.on("aws_cloudformation_stack", "aws_cloudformation_stack_set")
def check(stack: Resource) -> Iterator[Finding]:
    if stack["template_body"].absent and stack["template_url"].absent:
        yield rule.found(stack, f"{stack} has no template")
