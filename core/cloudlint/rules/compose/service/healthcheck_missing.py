r"""Nobody asks whether the service still works.

A process that hangs is up for the engine, so that nothing is restarted and services that wait for this one start
too early. A health check asks the program itself. One that the image brings along is not seen here.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    healthcheck:
      disable: true
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    healthcheck:
      test: [CMD, curl, -f, "http://localhost:8080/health"]
```
## Fix
What answers that the program works is known to its authors only, so that no edit is offered.
## See
https://docs.docker.com/reference/compose-file/services/#healthcheck
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "cis-docker-1.6": ("5.27",),
        "nist-800-53": ("SI-13",),
        "iso-27001": ("A.8.16",),
        "soc-2": ("A1.1",),
    },
    aliases=("698ed579-b239-4f8f-a388-baa4bcb13ef8", "449b7c5c"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    health = service["healthcheck"]
    disabled, test = service["healthcheck.disable"], service["healthcheck.test"]
    first = next(iter(test.items()), test)
    if disabled.equals(True):
        yield rule.found(disabled, f"{spoken(service)} turns its health check off")
    elif first.equals("NONE"):
        yield rule.found(test, f"{spoken(service)} turns its health check off")
    elif health.absent:
        yield rule.found(health, f"{spoken(service)} has no health check")
