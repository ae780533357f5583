r"""Volumes of a SageMaker quality job are not encrypted with a key of your own.

While it runs, the job keeps what the model was asked on the disks of its machines. Only with a key of your own can
you decide who may use it, see each use, and shut everything off at once. The key that AWS manages is fine for most;
the rule runs only when selected.

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
      volume_kms_key_id = aws_kms_key.own.arn
      volume_size_in_gb = 20
    }
  }
}

variable "role" {
  type = string
}

variable "image" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-quality.html
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
    aliases=("CKV_AWS_368",),
    default=False,
)


@rule.on("aws_sagemaker_data_quality_job_definition")
def check(definition: Resource) -> Iterator[Finding]:
    for key in definition.each("job_resources.cluster_config.volume_kms_key_id"):
        if lacks_own_key(key):
            yield rule.found(key, f"Volumes of {definition} are not encrypted with a key of your own")
