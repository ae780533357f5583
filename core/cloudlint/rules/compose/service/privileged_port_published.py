r"""Service is published on a port of the host below 1024.

Ports below 1024 belong to the well-known services of the host; a container on one of them stands in for such a
service, with the trust that goes with it. Behind a proxy a high port serves as well.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ports:
      - "22:2222"
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ports:
      - "2222:2222"
```
## Fix
Who uses the service looks for it at this port; changing the file alone would cut them off.
## See
https://docs.docker.com/engine/network/port-publishing/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, lowest, ports, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "cis-docker-1.6": ("5.8",),
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
    },
    aliases=("bc2908f3-f73c-40a9-8793-c1b7d5544f79", "686dd55f"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for port in ports(service):
        number = lowest(port.published)
        if number is not None and 0 < number < 1024:
            yield rule.found(port.value, f"{spoken(service)} is published on port {port.published} of the host")
