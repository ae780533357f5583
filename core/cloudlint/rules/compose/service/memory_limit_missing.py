r"""Service may use all the memory of its host.

A leak, or a request made to be expensive, then takes the memory of every neighbour, and the kernel ends whatever it
chooses. With a limit only the container that leaks is started anew.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    deploy: # measured in May
      resources:
        reservations:
          memory: 128M
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    deploy: # measured in May
      resources:
        limits:
          memory: 256M
```
## Fix
How much the program needs has to be measured, so that no edit is offered.
## See
https://docs.docker.com/reference/compose-file/deploy/#memory
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "cis-docker-1.6": ("5.11",),
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=("bb9ac4f7-e13b-423d-a010-c74a1bfbe492", "8fcb9f7d"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    amount = service["deploy.resources.limits.memory"]
    if amount.absent and service["mem_limit"].absent:
        yield rule.found(amount, f"{spoken(service)} has no memory limit")
