r"""Service can write to a folder that its host depends on.

Below `/etc`, `/root`, `/boot`, `/usr` and the like stand the keys, the programs and the settings of the host. Who
writes there owns it. What has only to be read can be mounted read-only.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - /etc:/host/etc # for the backup
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - /etc:/host/etc:ro # for the backup
```
## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - type: bind
        source: /usr/local/bin
        target: /tools
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - type: bind
        source: /usr/local/bin
        target: /tools
        read_only: true
```
## Fix
Unsafe: a program that does write there fails.
## See
https://docs.docker.com/engine/storage/bind-mounts/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import BIND, SERVICE, decides_host, made_read_only, mounts, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.6",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("1c1325ff-831d-43a1-973e-839ae57dfcc0", "8361cc0a"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for mount in mounts(service):
        if mount.kind == BIND and not mount.read_only and decides_host(mount.source):
            message = f"{spoken(service)} can write to {mount.source} of its host"
            yield rule.found(mount.value, message, fix=made_read_only(mount))
