r"""Folder of the system is mounted from the host.

What lies below `/etc`, `/var`, `/proc` and the like is about the host: keys, logs, other services' data. Mounted
into a container it can be read there, and often written. A folder of the project, or a named volume, holds only
what the service needs.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - /var/lib/backup:/backup:ro
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    volumes:
      - ./backup:/backup:ro
```
## Fix
What the service needs from the folder is not to be seen here, so that no edit is offered.
## See
https://docs.docker.com/engine/storage/bind-mounts/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.compose import BIND, SERVICE, VOLUME, is_engine_socket, is_system_folder, mounts, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:L/I:L/A:L",
    standards={
        "cis-docker-1.6": ("5.6",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("1c1325ff-831d-43a1-973e-839ae57dfcc0", "8361cc0a"),
    default=False,
)


@rule.on(SERVICE, VOLUME)
def check(resource: Resource) -> Iterator[Finding]:
    if resource.kind == VOLUME:
        for name in ("device", "mountpoint"):
            place = resource["driver_opts"][name]
            if is_system_folder(place.text or ""):
                yield rule.found(place, f"Volume `{resource.label}` is {place.text} of the host")
        return
    for mount in mounts(resource):
        if mount.kind == BIND and is_system_folder(mount.source) and not is_engine_socket(mount.source):
            yield rule.found(mount.value, f"{spoken(resource)} mounts {mount.source} of its host")
