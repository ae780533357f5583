r"""`wget` does not verify certificates.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM debian:12-slim
RUN wget --no-check-certificate https://example.com/tool
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN wget https://example.com/tool
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://www.gnu.org/software/wget/manual/wget.html#HTTPS-_0028SSL_002fTLS_0029-Options
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

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
    aliases=("CKV2_DOCKER_3",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "wget"):
        option = command.option("--no-check-certificate")
        if option is not None:
            yield rule.found(option, "`wget` takes any certificate", fix=option.remove())
