r"""`rpm` installs packages without verifying them.

Digest and signature are all that says that a package is whole, and from whom it is. Without them whoever could change
the file puts programs of their own into the image.

## Bad
```dockerfile
FROM fedora:41
COPY tool.rpm /tmp/
RUN rpm -i --nodigest --nosignature /tmp/tool.rpm
USER nobody
```
## Good
```dockerfile
FROM fedora:41
COPY tool.rpm /tmp/
RUN rpm -i /tmp/tool.rpm
USER nobody
```
## Fix
Unsafe: the build stops where a package has no valid signature; its key has to be imported then.
## See
https://rpm.org/docs/latest/man/rpm.8
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.11",),
        "nist-800-53": ("SI-7",),
        "iso-27001": ("A.8.19",),
    },
    aliases=("CKV2_DOCKER_10",),
)

SKIPPING = ("--nodigest", "--nofiledigest", "--nosignature", "--noverify", "--nogpg")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "rpm"):
        for word in command.arguments:
            if word.one_of(SKIPPING):
                yield rule.found(word, f"`{word.text}` has rpm install what it has not verified", fix=word.remove())
