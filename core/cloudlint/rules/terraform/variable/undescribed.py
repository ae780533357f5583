r"""Variable does not say what it is.

Whoever uses the module has to read its insides to know what the variable means, and guesses wrong sooner or later: a
zone for a region, a name for an id. This is about good manners, so that the rule runs only when selected.

## Bad
```terraform
variable "network" {
  type = string
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
what it means only people know.
## See
https://developer.hashicorp.com/terraform/language/values/variables
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
    aliases=("2a153952-2544-4687-bcc9-cc8fea814a9b",),
    default=False,
)


@rule.on("variable", frameworks=("terraform",))
def check(variable: Resource) -> Iterator[Finding]:
    description = variable["description"]
    if description.absent or (description.text is not None and not description.text.strip()):
        yield rule.found(description, f"Variable `{variable.label}` does not say what it is")
