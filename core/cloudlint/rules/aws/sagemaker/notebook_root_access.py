r"""Users of a SageMaker notebook are root on it.

Root can change or switch off whatever was set up on the machine to watch or hold back its users, and a package from
the internet runs with the same rights.

## Bad
```terraform
resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = var.role
  instance_type = "ml.t3.medium"
  root_access   = "Enabled" # for apt
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
  root_access   = "Disabled" # for apt
}

variable "role" {
  type = string
}
```
## Fix
Unsafe: users can no longer install system packages; put those into a lifecycle configuration.
## See
https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html
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
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_307",),
)


@rule.on("aws_sagemaker_notebook_instance")
def check(notebook: Resource) -> Iterator[Finding]:
    message = "Users of {resource} are root on it"
    yield from rule.expect(notebook, "root_access", "Disabled", message=message)
