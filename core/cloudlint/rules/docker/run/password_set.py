r"""A RUN sets a password.

The password stands in the image and its history for everybody who can pull it, and is the same in every container. A
container needs no password: nobody logs in to it.

## Bad
```dockerfile
FROM debian:12-slim
RUN echo 'root:toor' | chpasswd
RUN mkdir /data
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN mkdir /data
USER nobody
```
## Fix
Who relies on the password has to be let in another way, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#user
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "cis-docker-1.6": ("4.10",),
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
    },
    aliases=("CKV2_DOCKER_17",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "chpasswd"):
        yield rule.found(command.value, "A password is set that everybody with the image has")
