r"""Service shares the IPC namespace of its host.

Programs of the host that exchange data through shared memory or semaphores trust whoever is there; the container
then is. Few programs need that.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ipc: host # since 2019
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
Unsafe: a program that exchanges data with one of the host through shared memory fails.
## See
https://docs.docker.com/reference/compose-file/services/#ipc
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
        "cis-docker-1.6": ("5.17",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("baa3890f-bed7-46f5-ab8f-1da8fc91c729", "987dc2d7"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    shared = service["ipc"]
    if shared.equals("host"):
        yield rule.found(shared, f"{spoken(service)} shares the IPC namespace of its host", fix=shared.remove())
