r"""Service holds every capability of root.

With `ALL` the container may do nearly what a privileged one may: trace processes, change the network, mount file
systems. The few capabilities that a program does need can be named one by one.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    cap_add:
      - NET_BIND_SERVICE
      - ALL
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    cap_add:
      - NET_BIND_SERVICE
```
## Fix
Unsafe: a program that uses one of the others fails; name that one.
## See
https://docs.docker.com/reference/compose-file/services/#cap_add
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
        "cis-docker-1.6": ("5.4",),
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
    },
    aliases=("ce76b7d0-9e77-464d-b86f-c5c48e03e22d", "1ddab108"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for added in service["cap_add"].items():
        if (added.text or "").upper() in ("ALL", "CAP_ALL"):
            yield rule.found(added, f"{spoken(service)} holds every capability of root", fix=added.remove())
