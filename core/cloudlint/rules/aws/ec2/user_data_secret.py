r"""User data of an instance holds a secret.

User data is no safe place: every process on the machine can read it from the metadata service, and so can everyone
who may describe the instance, the template or the state of Terraform. Give the instance a role, and let it fetch what
it needs from Secrets Manager or Parameter Store.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  user_data     = <<-EOT
    #!/bin/bash
    export DATABASE_PASSWORD="horse-battery-7"
    /opt/web/start
  EOT
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  user_data     = <<-EOT
    #!/bin/bash
    export DATABASE_PASSWORD="$(aws ssm get-parameter --name /web/db --with-decryption --query Parameter.Value)"
    /opt/web/start
  EOT
}

variable "image" {
  type = string
}
```
## Fix
the secret has to be changed, for it is known now, and be stored elsewhere, which no edit here can do.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.secrets import decoded, find, find_in

from ._shared import MACHINES

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
    aliases=(
        "CKV_AWS_46",
        "AWS-0129",
        "aws-ec2-no-secrets-in-launch-template-user-data",
        "AVD-AWS-0129",
        "aws-autoscaling-no-secrets-in-user-data",
        "AWS-0029",
        "aws-ec2-no-secrets-in-user-data",
        "AVD-AWS-0029",
        "aws-autoscaling-no-public-ip",
        "AWS-0122",
        "aws-ec2-no-sensitive-info",
        "AVD-AWS-0122",
        "aws-autoscaling-no-sensitive-info",
        "c2f15af3-66a0-4176-a56e-e4711e502e5c",
        "d7b9d850-3e06-4a75-852f-c46c2e92240b",
        "c09f4d3e-27d2-4d46-9453-abbe9687a64e",
        "568cc372-ca64-420d-9015-ee347d00d288",
        "443488f5-c734-460b-a36d-5b3f330174dc",
        "0b93729a-d882-4803-bdc3-ac429a21f158",
        "AC_AWS_0168",
        "AWS.LaunchConfiguration.DataSecurity.High.0102",
    ),
)


@rule.on(*MACHINES)
def check(machine: Resource) -> Iterator[Finding]:
    for name in ("user_data", "user_data_base64"):
        script = machine[name] if machine.kind != "aws_launch_template" or name == "user_data" else None
        for kind, place in _secrets(script) if script is not None else ():
            yield rule.found(place, f"The user data of {machine} holds {_with_article(kind)}")


def _secrets(script: Value) -> list[tuple[str, Value]]:
    """The secrets in a script: where they stand if it is plain text, the whole if it is encoded."""
    text = decoded(script.text or "")
    return [(secret.kind, script) for secret in find(text)][:1] if text else find_in(script)


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'AEIOUaeiou' else 'a'} {kind}"
