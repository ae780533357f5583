r"""Secret is written into the environment of a service.

The file is in version control, so that everybody who may read the repository, now or later, has the password; and
`docker inspect` shows it to whoever reaches the engine. A secret can be handed over as a file, or come from a
variable that is set where the project is started.

## Bad
```compose
services:
  web:
    image: postgres:17
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD: kh82nhs0
```
## Good
```compose
services:
  web:
    image: postgres:17
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD_FILE: /run/secrets/db
```
## Fix
The secret has to be put elsewhere, and changed, for it is known by now; no edit does that.
## See
https://docs.docker.com/compose/how-tos/use-secrets/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.compose import SERVICE, environment, from_variables, spoken
from cloudlint.vocabulary.secrets import find, find_in

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.6.2",),
        "iso-27001": ("A.5.17",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(d)",),
    },
)


@rule.on(SERVICE)
def check(service: Resource) -> Iterator[Finding]:
    for name, value in environment(service).items():
        if from_variables(value):
            continue
        found = find_in(value)
        if not found and value.text is not None and not name.upper().endswith("_FILE"):
            found = [(secret.kind, value) for secret in find(f"{name}={value.text}")]
        for kind, place in found[:1]:
            yield rule.found(place, f"{spoken(service)} has a secret in its variable `{name}` ({kind})")
