r"""`yum` asks before it installs.

Nobody is there to answer while an image is built, so that the build stops or installs nothing.

## Bad
```dockerfile
FROM centos:7.9.2009
# the web server
RUN yum install httpd && yum clean all
USER nobody
```
## Good
```dockerfile
FROM centos:7.9.2009
# the web server
RUN yum install -y httpd && yum clean all
USER nobody
```
## See
https://man7.org/linux/man-pages/man8/yum.8.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_word
from cloudlint.vocabulary.packages import YUM, calls

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
    aliases=("6e19193a-8753-436d-8a09-76dcff91bb03", "f17a245a", "AC_DOCKER_0004"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, YUM):
        if call.installs and call.operands and call.command.before != "|" and call.lacks("-y", "--assumeyes"):
            message = f"`{call.command.program}` asks before it installs"
            yield rule.found(call.task, message, fix=with_word(call.task, "-y"))
