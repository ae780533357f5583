r"""Service shares the processes of its host.

The program sees all processes of the host with their arguments, may read what they hold in memory and, as root, end
them or step into them. Few programs need that.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    pid: host # since 2019
    restart: unless-stopped
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    restart: unless-stopped
```
## Fix
Unsafe: a program that watches the processes of the host sees only its own.
## See
https://docs.docker.com/reference/compose-file/services/#pid
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:H/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.16",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("4f31dd9f-2cc3-4751-9b53-67e4af83dac0", "39a43177"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    shared = service["pid"]
    if shared.equals("host"):
        yield rule.found(shared, f"{spoken(service)} shares the processes of its host", fix=shared.remove())
