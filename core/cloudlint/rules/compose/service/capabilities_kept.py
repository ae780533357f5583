r"""Service gives up none of its capabilities.

A container starts with fourteen capabilities of root, such as changing owners and opening raw sockets. A service
needs at most one or two of them; the others only serve who breaks in.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    cap_add: # binds port 80
      - NET_BIND_SERVICE
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    cap_add: # binds port 80
      - NET_BIND_SERVICE
    cap_drop: [ALL]
```
## Fix
Unsafe: a program that uses a capability fails until that is added back by name.
## See
https://docs.docker.com/reference/compose-file/services/#cap_drop
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.4",),
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
    },
    aliases=("ce76b7d0-9e77-464d-b86f-c5c48e03e22d", "1ddab108"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    dropped = service["cap_drop"]
    if not dropped.unknown and not dropped.open and not dropped.items():
        yield rule.found(dropped, f"{spoken(service)} gives up none of its capabilities", fix=dropped.set(["ALL"]))
