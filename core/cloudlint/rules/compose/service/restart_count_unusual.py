r"""Service that fails is started again other than five times.

Without a bound a service that fails at once is started over and over, which hides the failure and keeps the host
busy; with fewer tries it is given up for a short disturbance. The benchmark of the CIS asks for five.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    restart: on-failure:10 # flaky
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    restart: on-failure:5 # flaky
```
## Fix
Unsafe: a service that needs more tries stays down.
## See
https://docs.docker.com/reference/compose-file/services/#restart
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("5.15",),
        "nist-800-53": ("SC-5",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=("2fc99041-ddad-49d5-853f-e35e70a48391", "d21fff2e"),
    default=False,
)

WANTED = "5"


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    restart = service["restart"]
    policy, _, count = (restart.text or "").partition(":")
    if policy == "on-failure" and count != WANTED:
        message = f"{spoken(service)} is started again {count or 'any number of'} times"
        yield rule.found(restart, message, fix=restart.set(f"on-failure:{WANTED}"))
    tries = service["deploy.restart_policy.max_attempts"]
    if tries.text is not None and not tries.equals(int(WANTED)):
        yield rule.found(tries, f"{spoken(service)} is started again {tries.text} times", fix=tries.set(int(WANTED)))
