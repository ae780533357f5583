r"""Service runs in a control group of its own choice.

The engine puts its containers where the limits of the host are set for them. A service that names another parent
group shares the limits, and the troubles, of whatever is in there.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    cgroup_parent: m-executor-abcd
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
Unsafe: limits that are set for the other group no longer hold for the service.
## See
https://docs.docker.com/reference/compose-file/services/#cgroup_parent
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.25",),
        "nist-800-53": ("CM-6",),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("4d9f44c6-2f4a-4317-9bb5-267adbea0232", "b3657456"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    parent = service["cgroup_parent"]
    if parent.text:
        yield rule.found(parent, f"{spoken(service)} runs in the control group `{parent.text}`", fix=parent.remove())
