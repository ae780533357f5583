r"""`yum` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one,
or build it again. Distributions delete old versions, so that a fixed one can make a build fail: weigh it, and select
this rule if it is worth it.

## Bad
```dockerfile
FROM centos:7.9.2009
RUN yum install -y httpd && yum clean all
USER nobody
```
## Good
```dockerfile
FROM centos:7.9.2009
RUN yum install -y httpd-2.4.6 && yum clean all
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://man7.org/linux/man-pages/man8/yum.8.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import YUM, calls

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
    aliases=("6452c424-1d92-4deb-bb18-a03e95d579c4", "19d4cfc7", "AC_DOCKER_0033"),
    default=False,
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, YUM):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
