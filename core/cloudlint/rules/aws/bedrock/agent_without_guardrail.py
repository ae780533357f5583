r"""Bedrock agent has no guardrail.

A guardrail refuses subjects that the agent should not talk about, hides personal data, and notices when somebody
tries to talk the agent out of its instructions. What it should refuse depends on the agent, so that the rule runs
only when selected.

## Bad
```terraform
resource "aws_bedrockagent_agent" "desk" {
  agent_name              = "desk"
  agent_resource_role_arn = var.role
  foundation_model        = "anthropic.claude-3-5-sonnet-20240620-v1:0"
}

variable "role" {
  type = string
}
```
## Good
```terraform
resource "aws_bedrockagent_agent" "desk" {
  agent_name              = "desk"
  agent_resource_role_arn = var.role
  foundation_model        = "anthropic.claude-3-5-sonnet-20240620-v1:0"

  guardrail_configuration = [{
    guardrail_identifier = var.guardrail
    guardrail_version    = "1"
  }]
}

variable "role" {
  type = string
}

variable "guardrail" {
  type = string
}
```
## Fix
what the guardrail should refuse is for people to say.
## See
https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": (
            "CM-2",
            "CM-6",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("CKV_AWS_383",),
    default=False,
)


@rule.on("aws_bedrockagent_agent")
def check(agent: Resource) -> Iterator[Finding]:
    guardrail = agent["guardrail_configuration"]
    if guardrail.absent or guardrail["guardrail_identifier"].absent:
        yield rule.found(guardrail, f"{agent} has no guardrail")
