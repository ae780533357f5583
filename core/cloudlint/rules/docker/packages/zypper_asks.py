r"""`zypper` asks before it installs.

Nobody is there to answer while an image is built, so that the build stops or installs nothing.

## Bad
```dockerfile
FROM opensuse/leap:15.6
# the web server
RUN zypper install apache2 && zypper clean --all
USER nobody
```
## Good
```dockerfile
FROM opensuse/leap:15.6
# the web server
RUN zypper install -y apache2 && zypper clean --all
USER nobody
```
## See
https://en.opensuse.org/SDB:Zypper_manual
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, with_word
from cloudlint.vocabulary.packages import ZYPPER, calls

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
    aliases=("45e1fca5-f90e-465d-825f-c2cb63fa3944", "b3efa689"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, ZYPPER):
        if call.installs and call.command.before != "|" and call.lacks("-y", "--no-confirm", "-n", "--non-interactive"):
            message = f"`{call.command.program}` asks before it installs"
            yield rule.found(call.task, message, fix=with_word(call.task, "-y"))
