r"""SSM parameter has its secret written in the code.

What stands in the code stands in the repository, in its history, in every clone and in the logs of the pipeline.
Encrypting the parameter then protects a secret that everybody can read elsewhere.

## Bad
```terraform
resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = "tr0ub4dor-and-three"
}
```
## Good
```terraform
resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = var.value
}

variable "value" {
  type = string
}
```
## Fix
The secret has to be changed, and the new one given by other means: a sensitive variable, or by hand with
`ignore_changes`.
## See
https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.secrets import find, find_in

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_384",),
)

_NAMES = pattern(r"(?i)(?:password|passwd|passphrase|secret|api[_-]?key|token|secret[_-]?key|private[_-]?key)$")


@rule.on("aws_ssm_parameter")
def check(parameter: Resource) -> Iterator[Finding]:
    for name in ("value", "insecure_value", "value_wo"):
        value = parameter[name]
        found = find_in(value)
        for kind, place in found:
            yield rule.found(place, f"{parameter} holds a {kind} that stands in the code")
        if not found and value.text and _says_secret(parameter) and _is_secret(value.text):
            yield rule.found(value, f"{parameter} holds a secret that stands in the code")


def _says_secret(parameter: Resource) -> bool:
    """Whoever chose SecureString, or called it `/orders/api_key`, says that it is a secret."""
    return parameter["type"].equals("SecureString") or bool(_NAMES.search(parameter["name"].text or ""))


def _is_secret(text: str) -> bool:
    """The same words count as none as after `password = `."""
    return "example" not in text.lower() and bool(find(f'password = "{text}"'))
