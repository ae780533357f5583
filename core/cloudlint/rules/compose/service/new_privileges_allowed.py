r"""Service may gain more privileges than it was started with.

A program with the set-user-id bit, such as `sudo`, makes a process root although the container was started as
somebody else. Nothing that runs as a service needs that, and attackers look for it first.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    security_opt: # see the hardening guide
      - apparmor=docker-default
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    security_opt: # see the hardening guide
      - apparmor=docker-default
      - no-new-privileges:true
```
## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    security_opt:
      - no-new-privileges:false # sudo
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    security_opt:
      - no-new-privileges:true # sudo
```
## Fix
Unsafe: a program that changes its user with `sudo` or the like fails.
## See
https://docs.docker.com/engine/security/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, options, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:L/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.26",),
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
    },
    aliases=("27fcc7d6-c49b-46e0-98f1-6c082a6a2750", "be48e182"),
    default=False,
)

OPTION = "no-new-privileges"


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    given = service["security_opt"]
    if given.absent or given.unknown or given.open:
        return
    for name, value, item in options(service):
        if name == OPTION:
            if value == "false":
                message = f"{spoken(service)} may gain more privileges than it was started with"
                yield rule.found(item, message, fix=item.set(f"{OPTION}:true"))
            return
    if all(item.text is not None for item in given.items()):
        written = [item.text for item in given.items()]
        message = f"{spoken(service)} may gain more privileges than it was started with"
        yield rule.found(given, message, fix=given.set([*written, f"{OPTION}:true"]))
