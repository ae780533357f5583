r"""A variable has Python take any certificate.

Whoever sits between the build and the server can then send what they like, and as ENV it holds for the running
program as well. Where the server has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM centos:7.9.2009
ENV PYTHONHTTPSVERIFY=0
COPY app.py .
USER nobody
```
## Good
```dockerfile
FROM centos:7.9.2009
COPY app.py .
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://peps.python.org/pep-0493/
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
    aliases=("CKV2_DOCKER_5",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for setting in settings(stage, "PYTHONHTTPSVERIFY"):
        value = setting.value
        if value.equals(0):
            yield rule.found(
                setting.place, "`PYTHONHTTPSVERIFY=0` has Python take any certificate", fix=setting.removal()
            )
