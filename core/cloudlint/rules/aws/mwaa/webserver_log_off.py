r"""Web server of an Airflow environment keeps no log.

Without it nobody can say afterwards who looked at flows or started one by hand.

## Bad
```terraform
resource "aws_mwaa_environment" "flows" {
  name                  = "flows"
  dag_s3_path           = "dags/"
  execution_role_arn    = var.role
  source_bucket_arn     = "arn:aws:s3:::example-flows"
  webserver_access_mode = "PRIVATE_ONLY" # for the team

  logging_configuration {
    scheduler_logs {
      enabled   = true
      log_level = "INFO"
    }

    webserver_logs {
      enabled   = false
      log_level = "INFO"
    }

    worker_logs {
      enabled   = true
      log_level = "INFO"
    }
  }

  network_configuration {
    security_group_ids = var.groups
    subnet_ids         = var.subnets
  }
}

variable "role" {
  type = string
}

variable "groups" {
  type = list(string)
}

variable "subnets" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_mwaa_environment" "flows" {
  name                  = "flows"
  dag_s3_path           = "dags/"
  execution_role_arn    = var.role
  source_bucket_arn     = "arn:aws:s3:::example-flows"
  webserver_access_mode = "PRIVATE_ONLY" # for the team

  logging_configuration {
    scheduler_logs {
      enabled   = true
      log_level = "INFO"
    }

    webserver_logs {
      enabled   = true
      log_level = "INFO"
    }

    worker_logs {
      enabled   = true
      log_level = "INFO"
    }
  }

  network_configuration {
    security_group_ids = var.groups
    subnet_ids         = var.subnets
  }
}

variable "role" {
  type = string
}

variable "groups" {
  type = list(string)
}

variable "subnets" {
  type = list(string)
}
```
## See
https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=SAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=("CKV_AWS_244",),
)


@rule.on("aws_mwaa_environment")
def check(environment: Resource) -> Iterator[Finding]:
    message = "Web server of {resource} keeps no log"
    yield from rule.expect(environment, "logging_configuration.webserver_logs.enabled", True, message=message)
