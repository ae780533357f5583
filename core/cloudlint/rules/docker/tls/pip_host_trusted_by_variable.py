r"""A variable has pip trust a host without a certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM python:3.13-slim
ENV PIP_TRUSTED_HOST=pypi.example.com
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host
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
    aliases=("CKV2_DOCKER_16",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for setting in settings(stage, "PIP_TRUSTED_HOST"):
        value = setting.value
        if not value.absent and not value.equals(""):
            yield rule.found(
                setting.place, "`PIP_TRUSTED_HOST` has pip take any certificate, or none", fix=setting.removal()
            )
