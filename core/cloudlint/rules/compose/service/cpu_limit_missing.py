r"""Service may use every processor of its host.

One service in a busy loop slows down all others on the host. A limit, or a share, keeps the trouble where it began.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    deploy: # measured in May
      resources:
        limits:
          memory: 256M
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
          cpus: "0.5"
```
## Fix
How much the program needs has to be measured, so that no edit is offered.
## See
https://docs.docker.com/reference/compose-file/deploy/#cpus
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
        "cis-docker-1.6": ("5.12",),
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=("6b610c50-99fb-4ef0-a5f3-e312fd945bc3", "d58d94a1"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    amount = service["deploy.resources.limits.cpus"]
    if amount.absent and all(service[name].absent for name in ("cpus", "cpu_quota", "cpu_shares", "cpuset")):
        yield rule.found(amount, f"{spoken(service)} has no limit of processors")
