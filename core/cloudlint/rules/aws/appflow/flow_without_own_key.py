r"""AppFlow flow is not encrypted with a key of your own.

What is moved from one service to the other rests in between. Only with a key of your own can you decide who may use
it, see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule runs only when
selected.

## Bad
```terraform
resource "aws_appflow_flow" "orders" {
  name = "orders"

  source_flow_config {
    connector_type = "S3"

    source_connector_properties {
      s3 {
        bucket_name   = "example-source"
        bucket_prefix = "orders"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"

    destination_connector_properties {
      s3 {
        bucket_name = "example-destination"
      }
    }
  }

  task {
    source_fields     = ["id"]
    destination_field = "id"
    task_type         = "Map"

    connector_operator {
      s3 = "NO_OP"
    }
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}
```
## Good
```terraform
resource "aws_appflow_flow" "orders" {
  name    = "orders"
  kms_arn = aws_kms_key.own.arn

  source_flow_config {
    connector_type = "S3"

    source_connector_properties {
      s3 {
        bucket_name   = "example-source"
        bucket_prefix = "orders"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"

    destination_connector_properties {
      s3 {
        bucket_name = "example-destination"
      }
    }
  }

  task {
    source_fields     = ["id"]
    destination_field = "id"
    task_type         = "Map"

    connector_operator {
      s3 = "NO_OP"
    }
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/appflow/latest/userguide/data-protection.html
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
    aliases=("CKV_AWS_263",),
    default=False,
)


@rule.on("aws_appflow_flow")
def check(flow: Resource) -> Iterator[Finding]:
    key = flow["kms_arn"]
    if lacks_own_key(key):
        yield rule.found(key, f"{flow} is not encrypted with a key of your own")
