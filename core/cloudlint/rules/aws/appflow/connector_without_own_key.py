r"""AppFlow connector is not encrypted with a key of your own.

A connector holds the password or token of another service. Only with a key of your own can you decide who may use it,
see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule runs only when
selected.

## Bad
```terraform
resource "aws_appflow_connector_profile" "logs" {
  name            = "logs"
  connector_type  = "Datadog"
  connection_mode = "Public"

  connector_profile_config {
    connector_profile_credentials {
      datadog {
        api_key         = var.api_key
        application_key = var.application_key
      }
    }

    connector_profile_properties {
      datadog {
        instance_url = "https://api.datadoghq.eu"
      }
    }
  }
}

variable "api_key" {
  type      = string
  sensitive = true
}

variable "application_key" {
  type      = string
  sensitive = true
}
```
## Good
```terraform
resource "aws_appflow_connector_profile" "logs" {
  name            = "logs"
  connector_type  = "Datadog"
  connection_mode = "Public"
  kms_arn         = aws_kms_key.own.arn

  connector_profile_config {
    connector_profile_credentials {
      datadog {
        api_key         = var.api_key
        application_key = var.application_key
      }
    }

    connector_profile_properties {
      datadog {
        instance_url = "https://api.datadoghq.eu"
      }
    }
  }
}

variable "api_key" {
  type      = string
  sensitive = true
}

variable "application_key" {
  type      = string
  sensitive = true
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
    aliases=("CKV_AWS_264",),
    default=False,
)


@rule.on("aws_appflow_connector_profile")
def check(profile: Resource) -> Iterator[Finding]:
    key = profile["kms_arn"]
    if lacks_own_key(key):
        yield rule.found(key, f"{profile} is not encrypted with a key of your own")
