r"""Service shares the users of its host.

Where the engine maps the users of containers to powerless ones of the host, this service is left out of it: root
inside is root outside. Few programs need that.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    userns_mode: host # since 2019
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
Unsafe: files in volumes that belong to users of the host can no longer be written.
## See
https://docs.docker.com/reference/compose-file/services/#userns_mode
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
        "cis-docker-1.6": ("5.31",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("8af7162d-6c98-482f-868e-0d33fb675ca8", "b7859ec8"),
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    shared = service["userns_mode"]
    if shared.equals("host"):
        yield rule.found(shared, f"{spoken(service)} shares the users of its host", fix=shared.remove())
