r"""`dnf` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one,
or build it again. Distributions delete old versions, so that a fixed one can make a build fail: weigh it, and select
this rule if it is worth it.

## Bad
```dockerfile
FROM fedora:41
RUN dnf install -y httpd && dnf clean all
USER nobody
```
## Good
```dockerfile
FROM fedora:41
RUN dnf install -y httpd-2.4.62 && dnf clean all
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://dnf.readthedocs.io/en/latest/command_ref.html#specifying-packages
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import DNF, calls

from ._shared import open_versions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:R/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("93d88cf7-f078-46a8-8ddc-178e03aeacf1", "0ab4ed7e"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, DNF):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
