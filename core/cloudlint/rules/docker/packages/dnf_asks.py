r"""`dnf` asks before it installs.

Nobody is there to answer while an image is built, so that the build stops or installs nothing.

## Bad
```dockerfile
FROM fedora:41
# the web server
RUN dnf install httpd && dnf clean all
USER nobody
```
## Good
```dockerfile
FROM fedora:41
# the web server
RUN dnf install -y httpd && dnf clean all
USER nobody
```
## See
https://dnf.readthedocs.io/en/latest/command_ref.html#options
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_word
from cloudlint.vocabulary.packages import DNF, MICRODNF, calls

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CM-6",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("7ebd323c-31b7-4e5b-b26f-de5e9e477af8", "efc680ea"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, DNF, MICRODNF):
        if call.installs and call.operands and call.command.before != "|" and call.lacks("-y", "--assumeyes"):
            message = f"`{call.command.program}` asks before it installs"
            yield rule.found(call.task, message, fix=with_word(call.task, "-y"))
