r"""Batch job runs a privileged container.

A privileged container has the rights of root on the machine below it. Whoever controls what the job works on can own
the machine, the jobs next to it and the role of the machine.

## Bad
```terraform
resource "aws_batch_job_definition" "render" {
  name = "render"
  type = "container"
  container_properties = jsonencode({
    image      = "example/render:1.4"
    privileged = true # graphics card
    resourceRequirements = [
      { type = "VCPU", value = "1" },
      { type = "MEMORY", value = "2048" },
    ]
  })
}
```
## Good
```terraform
resource "aws_batch_job_definition" "render" {
  name = "render"
  type = "container"
  container_properties = jsonencode({
    image      = "example/render:1.4"
    privileged = false # graphics card
    resourceRequirements = [
      { type = "VCPU", value = "1" },
      { type = "MEMORY", value = "2048" },
    ]
  })
}
```
## Fix
Unsafe: a job that loads drivers or runs containers itself stops working.
## See
https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.json_text import decode

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.308(a)(4)",),
        "iso-27001": ("A.5.15",),
        "nist-800-53": ("AC-6",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("7.2.2",),
        "soc-2": ("CC6.3",),
    },
    aliases=(
        "CKV_AWS_210",
        "defe5b18-978d-4722-9325-4d1975d3699f",
        "76ddf32c-85b1-4808-8935-7eef8030ab36",
        "66cd88ac-9ddf-424a-b77e-e55e17630bee",
    ),
)


@rule.on("aws_batch_job_definition")
def check(job: Resource) -> Iterator[Finding]:
    privileged = decode(job["container_properties"])["privileged"]
    if privileged.equals(True):
        yield rule.found(privileged, f"{job} runs a privileged container", fix=privileged.set(False))
