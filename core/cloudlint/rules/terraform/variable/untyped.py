r"""Variable takes values of any type.

A list where a text was meant goes through until some resource deep inside fails, or does something else than meant.
With a type the mistake is refused at the door. This is about good manners, so that the rule runs only when selected.

## Bad
```terraform
variable "network" {
  description = "Address range of the network, as a CIDR"
}
```
## Good
```terraform
variable "network" {
  description = "Address range of the network, as a CIDR"
  type        = string
}
```
## Fix
which type is meant only people know.
## See
https://developer.hashicorp.com/terraform/language/expressions/type-constraints
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": (
            "CM-2",
            "CM-6",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("fc5109bf-01fd-49fb-8bde-4492b543c34a",),
    default=False,
)


@rule.on("variable", frameworks=("terraform",))
def check(variable: Resource) -> Iterator[Finding]:
    kind = variable.entries().get("type")  # `string` is no value that could be known
    if kind is None or kind.data == "":
        yield rule.found(variable, f"Variable `{variable.label}` takes values of any type")
