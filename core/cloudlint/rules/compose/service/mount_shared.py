r"""Mounts travel between the service and its host.

With `shared` propagation what the container mounts appears on the host, and with `slave` what is mounted on the
host later appears in the container. Either way one side gets file systems that it never asked for.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - type: bind
        source: ./data
        target: /data
        bind:
          propagation: rshared # for the backup
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - type: bind
        source: ./data
        target: /data
        bind:
          propagation: rprivate # for the backup
```
## Fix
Unsafe: a service that mounts file systems for others, or watches those of the host, no longer does.
## See
https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation
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
        "cis-docker-1.6": ("5.20",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("baa452f0-1f21-4a25-ace5-844e7a5f410d", "1c7ca167"),
    default=False,
)

TRAVELLING = ("shared", "rshared", "slave", "rslave")


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for item in service["volumes"].items():
        if isinstance(item.data, str):
            modes = item.data.rpartition(":")[2].split(",")
            mode = next((mode for mode in modes if mode in TRAVELLING), "")
            fix = item.set(item.data.removesuffix(mode) + "rprivate") if item.data.endswith(f",{mode}") else None
            place = item
        else:
            place = item["bind.propagation"]
            mode = place.text if place.text in TRAVELLING else ""
            fix = place.set("rprivate")
        if mode:
            yield rule.found(place, f"{spoken(service)} has a mount with `{mode}` propagation", fix=fix)
