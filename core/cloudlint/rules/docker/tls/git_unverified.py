r"""A variable has git take any certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM alpine:3.21
ENV GIT_SSL_NO_VERIFY=1 \
    LANG=C.UTF-8
RUN git clone https://git.example.com/app.git
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
ENV LANG=C.UTF-8
RUN git clone https://git.example.com/app.git
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify
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
    aliases=("CKV2_DOCKER_14",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for setting in settings(stage, "GIT_SSL_NO_VERIFY"):
        value = setting.value
        if not value.absent:
            yield rule.found(
                setting.place,
                "`GIT_SSL_NO_VERIFY` has git take any certificate, whatever its value is",
                fix=setting.removal(),
            )
