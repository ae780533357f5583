r"""`zypper` leaves what it fetched in the image.

Lists and packages take many megabytes and are of no use later. Only the RUN that fetches them can take them away:
what a later one deletes stays in the layer.

## Bad
```dockerfile
FROM opensuse/leap:15.6
RUN zypper install -y httpd \
    # the command of the health check
    curl-minimal
USER nobody
```
## Good
```dockerfile
FROM opensuse/leap:15.6
RUN zypper install -y httpd \
    # the command of the health check
    curl-minimal && zypper clean
USER nobody
```
## See
https://en.opensuse.org/SDB:Zypper_manual
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_command
from cloudlint.vocabulary.packages import ZYPPER, calls

from ._shared import left_behind

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-7",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "DS-0020",
        "docker-purge-zipper-cache",
        "AVD-DS-0020",
        "DS020",
        "purge-zipper-cache",
        "38300d1a-feb2-4a48-936a-d1ef1cd24313",
        "a95b2646",
    ),
)

WORKS = ("install", "in", "remove", "rm", "source-install", "si", "patch", "update", "up", "dist-upgrade", "dup")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in left_behind(calls(stage, ZYPPER), WORKS, ("clean", "cc"), "", "/var/cache/zypp"):
        fix = with_command(call.command, f"{call.command.program} clean")
        yield rule.found(call.command.value, f"What `{call.command.program}` fetched stays in the image", fix=fix)
