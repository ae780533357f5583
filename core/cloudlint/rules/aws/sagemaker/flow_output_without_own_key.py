r"""Output of a SageMaker review is not encrypted with a key of your own.

What people say about pictures and texts of customers is stored in the output. Only with a key of your own can you
decide who may use it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the
rule runs only when selected.

## Bad
```terraform
resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = var.role

  human_loop_config {
    human_task_ui_arn = var.task
    task_count        = 1
    task_description  = "Look at the picture"
    task_title        = "Review"
    workteam_arn      = var.team
  }

  output_config {
    s3_output_path = "s3://example-review/"
  }
}

variable "role" {
  type = string
}

variable "task" {
  type = string
}

variable "team" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = var.role

  human_loop_config {
    human_task_ui_arn = var.task
    task_count        = 1
    task_description  = "Look at the picture"
    task_title        = "Review"
    workteam_arn      = var.team
  }

  output_config {
    s3_output_path = "s3://example-review/"
    kms_key_id     = aws_kms_key.own.arn
  }
}

variable "role" {
  type = string
}

variable "task" {
  type = string
}

variable "team" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/a2i-permissions-security.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_372",),
    default=False,
)


@rule.on("aws_sagemaker_flow_definition")
def check(definition: Resource) -> Iterator[Finding]:
    for key in definition.each("output_config.kms_key_id"):
        if lacks_own_key(key):
            yield rule.found(key, f"The output of {definition} is not encrypted with a key of your own")
