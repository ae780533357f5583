r"""A variable has Node.js take any certificate.

Whoever sits between the build and the server can then send what they like, and as ENV it holds for the running
program as well. Where the server has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN npm ci
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
https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
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
    aliases=("CKV2_DOCKER_6",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for setting in settings(stage, "NODE_TLS_REJECT_UNAUTHORIZED"):
        value = setting.value
        if value.equals(0):
            yield rule.found(
                setting.place,
                "`NODE_TLS_REJECT_UNAUTHORIZED=0` has Node.js take any certificate",
                fix=setting.removal(),
            )
