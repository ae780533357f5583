r"""Output does not say what it is.

Whoever uses the module has to read its insides to know what the output means, and guesses wrong sooner or later: a
zone for a region, a name for an id. This is about good manners, so that the rule runs only when selected.

## Bad
```terraform
output "network" {
  value = "10.0.0.0/16"
}
```
## Good
```terraform
output "network" {
  description = "Address range of the network, as a CIDR"
  value       = "10.0.0.0/16"
}
```
## Fix
what it means only people know.
## See
https://developer.hashicorp.com/terraform/language/values/outputs
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
    aliases=("59312e8a-a64e-41e7-a252-618533dd1ea8",),
    default=False,
)


@rule.on("output", frameworks=("terraform",))
def check(output: Resource) -> Iterator[Finding]:
    description = output["description"]
    if description.absent or (description.text is not None and not description.text.strip()):
        yield rule.found(description, f"Output `{output.label}` does not say what it is")
