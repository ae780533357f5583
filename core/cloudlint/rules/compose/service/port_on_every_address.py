r"""Port is published on every address of the host.

Where no address is given, Docker publishes a port on all of them and opens it past the firewall rules of tools like
`ufw`. What only the host itself or a proxy on it should reach belongs on its loopback address.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ports:
      - "8080:80" # behind the proxy
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ports:
      - "127.0.0.1:8080:80" # behind the proxy
```
## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ports:
      - target: 80
        published: "8080"
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    ports:
      - target: 80
        published: "8080"
        host_ip: "127.0.0.1"
```
## Fix
Unsafe: from other machines the port cannot be reached any more.
## See
https://docs.docker.com/engine/network/port-publishing/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, bound, ports, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.14",),
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
    },
    aliases=("451d79dc-0588-476a-ad03-3c7f0320abb3", "909d1bcd"),
    default=False,
)

EVERY = ("", "0.0.0.0", "::", "0:0:0:0:0:0:0:0")


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for port in ports(service):
        if port.address in EVERY:
            named = port.published or port.target
            message = f"{spoken(service)} publishes port {named} on every address of the host"
            yield rule.found(port.value, message, fix=bound(port, "127.0.0.1"))
