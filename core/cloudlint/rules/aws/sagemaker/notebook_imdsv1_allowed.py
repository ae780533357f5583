r"""SageMaker notebook answers requests for its credentials without a session token.

Version 1 of the metadata service hands the keys of the notebook's role to any program that can be talked into
fetching one address. Version 2 asks for a token first.

## Bad
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "1" # old library
  }
}

variable "role" {
  type = string
}
```
## Good
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2" # old library
  }
}

variable "role" {
  type = string
}
```
## Fix
Unsafe: software that knows version 1 only gets no credentials from then on.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds-version.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_371",),
)


@rule.on("aws_sagemaker_notebook_instance")
def check(notebook: Resource) -> Iterator[Finding]:
    path = "instance_metadata_service_configuration.minimum_instance_metadata_service_version"
    message = "{resource} hands out its credentials without asking for a session token"
    yield from rule.expect(notebook, path, "2", message=message)
