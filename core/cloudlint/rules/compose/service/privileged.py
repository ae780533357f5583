r"""Service is privileged.

A privileged container is root on its host in all but name: it sees every device, may load kernel modules and mount
the host's disk. One flaw in the program inside gives an attacker the host and everything else that runs there.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    privileged: true # for the old driver
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    privileged: false # for the old driver
```
## Fix
Unsafe: a program that does need the devices or the kernel of the host fails; give it the one device or capability
that it needs.
## See
https://docs.docker.com/reference/compose-file/services/#privileged
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.5",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("ae5b6871-7f45-42e0-bb4c-ab300c4d2026", "029f6145"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    privileged = service["privileged"]
    if privileged.equals(True):
        yield rule.found(privileged, f"{spoken(service)} is privileged", fix=privileged.set(False))
