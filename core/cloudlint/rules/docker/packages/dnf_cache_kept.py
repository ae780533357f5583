r"""`dnf` leaves what it fetched in the image.

Lists and packages take many megabytes and are of no use later. Only the RUN that fetches them can take them away:
what a later one deletes stays in the layer.

## Bad
```dockerfile
FROM fedora:41
RUN dnf install -y httpd \
    # the command of the health check
    curl-minimal
USER nobody
```
## Good
```dockerfile
FROM fedora:41
RUN dnf install -y httpd \
    # the command of the health check
    curl-minimal && dnf clean all
USER nobody
```
## See
https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_command
from cloudlint.vocabulary.packages import DNF, calls

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
        "DS-0019",
        "docker-purge-dnf-package-cache",
        "AVD-DS-0019",
        "DS019",
        "purge-dnf-package-cache",
        "295acb63-9246-4b21-b441-7c1f1fb62dc0",
        "8f8497d7",
        "AC_DOCKER_00025",
    ),
)

WORKS = ("install", "groupinstall", "localinstall", "reinstall", "update", "upgrade", "module", "swap")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in left_behind(calls(stage, DNF), WORKS, ("clean",), "all", "/var/cache/"):
        fix = with_command(call.command, f"{call.command.program} clean all")
        yield rule.found(call.command.value, f"What `{call.command.program}` fetched stays in the image", fix=fix)
