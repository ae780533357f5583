r"""`yum` or `dnf` is configured to take any certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM fedora:41
RUN dnf config-manager --save --setopt=sslverify=0
RUN dnf install -y --setopt=sslverify=false httpd && dnf clean all
USER nobody
```
## Good
```dockerfile
FROM fedora:41
RUN dnf config-manager --save
RUN dnf install -y httpd && dnf clean all
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://dnf.readthedocs.io/en/latest/conf_ref.html#sslverify-label
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
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
    aliases=("CKV2_DOCKER_15",),
)

PROGRAMS = ("yum-config-manager", "dnf-config-manager", "yum", "dnf", "dnf5", "tdnf", "microdnf")
UNVERIFIED = pattern(r"(?i)(?:--setopt=)?(?:[^=]*\.)?sslverify=(?:0|false|no|off)")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, *PROGRAMS):
        for word in command.arguments:
            if UNVERIFIED.fullmatch(word.text or ""):
                yield rule.found(word, f"`{command.program}` takes any certificate", fix=word.remove())
