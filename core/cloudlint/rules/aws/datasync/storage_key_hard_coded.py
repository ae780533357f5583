r"""Secret key of an object storage stands in the code.

Everyone who may read the repository, now or in its history, can read and change what lies in that storage, until
somebody changes the key.

## Bad
```terraform
resource "aws_datasync_location_object_storage" "old" {
  server_hostname = "storage.example.com"
  bucket_name     = "photos"
  agent_arns      = [var.agent]
  access_key      = "photos-reader"
  secret_key      = "horse-battery-7"
}

variable "agent" {
  type = string
}
```
## Good
```terraform
resource "aws_datasync_location_object_storage" "old" {
  server_hostname = "storage.example.com"
  bucket_name     = "photos"
  agent_arns      = [var.agent]
  access_key      = "photos-reader"
  secret_key      = var.secret_key
}

variable "agent" {
  type = string
}

variable "secret_key" {
  type      = string
  sensitive = true
}
```
## Fix
the key has to be changed, for it is known now, and be kept elsewhere.
## See
https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "pci-dss-4.0": (
            "8.3.2",
            "8.6.2",
        ),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_295",),
)


@rule.on("aws_datasync_location_object_storage")
def check(location: Resource) -> Iterator[Finding]:
    secret = location["secret_key"]
    if secret.text:
        yield rule.found(secret, f"The code holds the secret key of {location}")
