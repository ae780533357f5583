r"""`microdnf` leaves what it fetched in the image.

Lists and packages take many megabytes and are of no use later. Only the RUN that fetches them can take them away:
what a later one deletes stays in the layer.

## Bad
```dockerfile
FROM redhat/ubi9-minimal:9.5
RUN microdnf install -y httpd \
    # the command of the health check
    curl-minimal
USER nobody
```
## Good
```dockerfile
FROM redhat/ubi9-minimal:9.5
RUN microdnf install -y httpd \
    # the command of the health check
    curl-minimal && microdnf clean all
USER nobody
```
## See
https://github.com/rpm-software-management/microdnf
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_command
from cloudlint.vocabulary.packages import MICRODNF, calls

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
    aliases=("DS-0027", "docker-purge-microdnf-package-cache", "AVD-DS-0027", "DS027", "purge-microdnf-package-cache"),
)

WORKS = ("install", "groupinstall", "localinstall", "reinstall", "update", "upgrade", "module", "swap")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in left_behind(calls(stage, MICRODNF), WORKS, ("clean",), "all", "/var/cache/"):
        fix = with_command(call.command, f"{call.command.program} clean all")
        yield rule.found(call.command.value, f"What `{call.command.program}` fetched stays in the image", fix=fix)
