r"""Web page of an Airflow environment stands on the internet.

Who gets in can read connections and start flows with the rights of the environment, and only the login of IAM keeps
everyone else out.

## Bad
```terraform
resource "aws_mwaa_environment" "flows" {
  name                  = "flows"
  dag_s3_path           = "dags/"
  execution_role_arn    = var.role
  source_bucket_arn     = "arn:aws:s3:::example-flows"
  webserver_access_mode = "PUBLIC_ONLY" # for the team

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
## Fix
Unsafe: the page can be reached only from inside the VPC from then on.
## See
https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_66",),
)


@rule.on("aws_mwaa_environment")
def check(environment: Resource) -> Iterator[Finding]:
    message = "The web page of {resource} stands on the internet"
    yield from rule.expect(
        environment, "webserver_access_mode", "PRIVATE_ONLY", default="PRIVATE_ONLY", message=message
    )
