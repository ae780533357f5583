r"""Service holds the socket of the container engine.

Whoever may write to the socket starts containers of any kind on the host, privileged ones included; that the file
is mounted read-only changes nothing, for it is spoken to, not written. That is root on the host with one extra
step.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    environment:
      DOCKER_HOST: tcp://socket-proxy:2375
```
## Fix
A program that holds the socket does so for a purpose; which other way serves it, such as a proxy that lets through
only what it may ask, is not to be seen here.
## See
https://docs.docker.com/engine/security/#docker-daemon-attack-surface
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, is_engine_socket, mounts, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    standards={
        "cis-docker-1.6": ("5.32",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b", "8acc9d24"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for mount in mounts(service):
        if is_engine_socket(mount.source):
            yield rule.found(mount.value, f"{spoken(service)} holds the socket of the container engine of its host")
