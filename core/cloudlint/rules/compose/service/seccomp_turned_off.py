r"""Service runs without a seccomp profile.

The profile of the engine keeps containers from some forty calls of the kernel that programs hardly need and
exploits often do. Without it every flaw of the kernel can be reached from inside.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    security_opt:
      - no-new-privileges:true
      - seccomp:unconfined # for the profiler
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    security_opt:
      - no-new-privileges:true
```
## Fix
Unsafe: a debugger or profiler that uses such a call fails; a profile of its own can allow that call alone.
## See
https://docs.docker.com/engine/security/seccomp/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:L/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.22",),
        "nist-800-53": ("AC-6", "SC-39"),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("404fde2c-bc4b-4371-9747-7054132ac953", "3702d7fb"),
)


OFF = pattern(r"\bseccomp\s*[=:]\s*unconfined$")


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for item in service["security_opt"].items():
        # `label:seccomp:unconfined` is seen, too: whoever writes it means to be without a profile.
        if OFF.search((item.text or "").strip().lower()):
            yield rule.found(item, f"{spoken(service)} runs without a seccomp profile", fix=item.remove())
