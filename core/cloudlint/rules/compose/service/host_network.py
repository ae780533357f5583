r"""Service shares the network of its host.

The program sees every interface of the host, reaches what listens on its loopback address, and every port that it
opens is open to whoever reaches the host, published or not. Few programs need that.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    network_mode: host # since 2019
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
Unsafe: a program that looks for the host under `localhost` no longer finds it, and ports have to be published.
## See
https://docs.docker.com/reference/compose-file/services/#network_mode
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:L/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.10",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("071a71ff-f868-47a4-ac0b-3c59e4ab5443", "25acba10"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    shared = service["network_mode"]
    if shared.equals("host"):
        yield rule.found(shared, f"{spoken(service)} shares the network of its host", fix=shared.remove())
