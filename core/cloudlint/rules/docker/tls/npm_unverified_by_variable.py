r"""A variable has npm take any certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
RUN NPM_CONFIG_STRICT_SSL=false npm ci
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
RUN npm ci
USER node
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://docs.npmjs.com/cli/using-npm/config#strict-ssl
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE

from ._shared import settings

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("SC-8",),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
    },
    aliases=("CKV2_DOCKER_12",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for setting in settings(stage, "NPM_CONFIG_STRICT_SSL"):
        value = setting.value
        if (value.text or "").lower() == "false":
            yield rule.found(
                setting.place, "`NPM_CONFIG_STRICT_SSL=false` has npm take any certificate", fix=setting.removal()
            )
