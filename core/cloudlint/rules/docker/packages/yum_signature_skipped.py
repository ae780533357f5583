r"""`yum` or `dnf` installs packages without looking at their signature.

The signature is all that says that a package is from the distribution. Without it whoever sits between the build and
the mirror puts programs of their own into the image.

## Bad
```dockerfile
FROM fedora:41
RUN dnf install -y --nogpgcheck httpd && dnf clean all
USER nobody
```
## Good
```dockerfile
FROM fedora:41
RUN dnf install -y httpd && dnf clean all
USER nobody
```
## Fix
Unsafe: the build stops where a package has no valid signature; its key has to be added then.
## See
https://dnf.readthedocs.io/en/latest/command_ref.html#options
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import DNF, MICRODNF, YUM, calls

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
    aliases=("CKV2_DOCKER_9",),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, YUM, DNF, MICRODNF):
        option = call.command.option("--nogpgcheck", "--no-gpgchecks")
        if option is not None:
            message = f"`{option.text}` has {call.command.program} install packages without a valid signature"
            yield rule.found(option, message, fix=option.remove())
