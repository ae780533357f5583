r"""Service sets no security options.

`no-new-privileges` keeps programs from becoming root, and profiles of AppArmor, SELinux and seccomp narrow down
what the kernel lets them do. Without any the service runs with what the engine takes for granted.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    restart: unless-stopped # as agreed
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    restart: unless-stopped # as agreed
    security_opt: [no-new-privileges:true]
```
## Fix
Unsafe: a program that changes its user with `sudo` or the like fails.
## See
https://docs.docker.com/reference/compose-file/services/#security_opt
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.26",),
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
    },
    aliases=("610e266e-6c12-4bca-9925-1ed0cd29742b", "83fb7a65"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    given = service["security_opt"]
    if given.absent:
        yield rule.found(
            given, f"{spoken(service)} sets no security options", fix=given.set(["no-new-privileges:true"])
        )
