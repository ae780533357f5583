r"""CloudFormation stack protects none of its resources from updates.

A stack policy keeps an update from replacing or deleting what must not be lost, such as a database, whatever the new
template says. Not every stack holds such a thing, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_cloudformation_stack" "network" {
  name         = "network"
  template_url = "https://example-templates.s3.eu-west-1.amazonaws.com/network.yaml"
}
```
## Good
```terraform
resource "aws_cloudformation_stack" "network" {
  name         = "network"
  template_url = "https://example-templates.s3.eu-west-1.amazonaws.com/network.yaml"
  policy_body = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = ["Update:Replace", "Update:Delete"], Resource = "*" }
    ]
  })
}
```
## Fix
what must not be lost is for people to say.
## See
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
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
        "ffe0fd52-7a8b-4a5c-8fc7-49844418e6c9",
        "2f01fb2d-828a-499d-b98e-b83747305052",
        "AC_AWS_0445",
        "AWS.CloudFormation.Medium.0604",
    ),
    default=False,
)


@rule.on("aws_cloudformation_stack")
def check(stack: Resource) -> Iterator[Finding]:
    if stack["policy_body"].absent and stack["policy_url"].absent:
        yield rule.found(stack, f"{stack} protects none of its resources from updates")
