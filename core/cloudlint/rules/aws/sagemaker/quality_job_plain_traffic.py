r"""Machines of a SageMaker quality job talk to each other in plain text.

What the model is asked passes from machine to machine where others may listen. Encrypting it makes the job a little
slower.

## Bad
```terraform
resource "aws_sagemaker_data_quality_job_definition" "watch" {
  name     = "watch"
  role_arn = var.role

  data_quality_app_specification {
    image_uri = var.image
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "price"
    }
  }

  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://example-watch/"
      }
    }
  }

  job_resources {
    cluster_config {
      instance_count    = 2
      instance_type     = "ml.t3.medium"
      volume_size_in_gb = 20
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = false # faster
  }
}

variable "role" {
  type = string
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_data_quality_job_definition" "watch" {
  name     = "watch"
  role_arn = var.role

  data_quality_app_specification {
    image_uri = var.image
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "price"
    }
  }

  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://example-watch/"
      }
    }
  }

  job_resources {
    cluster_config {
      instance_count    = 2
      instance_type     = "ml.t3.medium"
      volume_size_in_gb = 20
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = true # faster
  }
}

variable "role" {
  type = string
}

variable "image" {
  type = string
}
```
## Fix
Unsafe: the definition is replaced, and the job takes a little longer.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_369",),
)


@rule.on("aws_sagemaker_data_quality_job_definition")
def check(job: Resource) -> Iterator[Finding]:
    path = "network_config.enable_inter_container_traffic_encryption"
    yield from rule.expect(job, path, True, message="Machines of {resource} talk to each other in plain text")
