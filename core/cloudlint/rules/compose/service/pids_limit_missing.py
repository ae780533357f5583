r"""Service may start any number of processes.

A program that starts processes without end fills the table of the host, and then nobody can log in to stop it. A
limit of some hundreds is more than nearly every service needs.

## Bad
```compose
services:
  web:
    image: registry.example.com/web:1.4
    pids_limit: -1 # none
```
## Good
```compose
services:
  web:
    image: registry.example.com/web:1.4
    pids_limit: 200 # none
```
## Fix
How many processes the program starts has to be measured, so that no edit is offered.
## See
https://docs.docker.com/reference/compose-file/services/#pids_limit
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, spoken

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "cis-docker-1.6": ("5.29",),
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=("221e0658-cb2a-44e3-b08a-db96a341d6fa", "2d241407"),
    default=False,
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    given, deployed = service["pids_limit"], service["deploy.resources.limits.pids"]
    for limit in (given, deployed):
        if limit.number is not None and limit.number <= 0:
            yield rule.found(limit, f"{spoken(service)} may start any number of processes")
            return
    if given.absent and deployed.absent:
        yield rule.found(given, f"{spoken(service)} has no limit of processes")
