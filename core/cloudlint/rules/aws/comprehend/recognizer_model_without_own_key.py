r"""Model of a Comprehend recognizer is not encrypted with a key of your own.

A model gives away a good deal of the texts that it was made from. Only with a key of your own can you decide who may
use it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule runs only
when selected.

## Bad
```terraform
resource "aws_comprehend_entity_recognizer" "parts" {
  name                 = "parts"
  data_access_role_arn = var.role
  language_code        = "en"

  input_data_config {
    entity_types {
      type = "PART"
    }

    documents {
      s3_uri = "s3://example-texts/documents.txt"
    }

    entity_list {
      s3_uri = "s3://example-texts/entities.csv"
    }
  }
}

variable "role" {
  type = string
}
```
## Good
```terraform
resource "aws_comprehend_entity_recognizer" "parts" {
  name                 = "parts"
  data_access_role_arn = var.role
  language_code        = "en"
  model_kms_key_id     = aws_kms_key.own.arn

  input_data_config {
    entity_types {
      type = "PART"
    }

    documents {
      s3_uri = "s3://example-texts/documents.txt"
    }

    entity_list {
      s3_uri = "s3://example-texts/entities.csv"
    }
  }
}

variable "role" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html
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
    aliases=("CKV_AWS_267",),
    default=False,
)


@rule.on("aws_comprehend_entity_recognizer")
def check(recognizer: Resource) -> Iterator[Finding]:
    key = recognizer["model_kms_key_id"]
    if lacks_own_key(key):
        yield rule.found(key, f"The model of {recognizer} is not encrypted with a key of your own")
