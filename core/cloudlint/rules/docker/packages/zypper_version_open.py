r"""`zypper` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one,
or build it again. Distributions delete old versions, so that a fixed one can make a build fail: weigh it, and select
this rule if it is worth it.

## Bad
```dockerfile
FROM opensuse/leap:15.6
RUN zypper install -y apache2 && zypper clean
USER nobody
```
## Good
```dockerfile
FROM opensuse/leap:15.6
RUN zypper install -y apache2=2.4.58 && zypper clean
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://en.opensuse.org/SDB:Zypper_manual
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import ZYPPER, calls

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
    aliases=("562952e4-0348-4dea-9826-44f3a2c6117b", "42d36068"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, ZYPPER):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
