r"""The last USER of an image is root.

The image gives up an ordinary user on purpose. Whoever breaks into the program is root in the container, and one hole
in the kernel or one careless mount away from being root on the host.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
WORKDIR /app
COPY . .
# the base image has a user `node`
USER root
CMD ["node", "server.js"]
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
WORKDIR /app
COPY . .
# the base image has a user `node`
USER nobody
CMD ["node", "server.js"]
```
## Fix
Unsafe: a program that writes into folders of root, or listens on a port below 1024, has to be given the right to.
`nobody` exists in nearly every image; a user of the application's own is better still.
## See
https://docs.docker.com/reference/dockerfile/#user
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, in_force, is_final

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.1",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
    },
    aliases=(
        "CKV_DOCKER_8",
        "DS-0002",
        "docker-least-privilege-user",
        "AVD-DS-0002",
        "DS002",
        "least-privilege-user",
        "67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae",
        "f445bd25",
        "AC_DOCKER_0005",
    ),
)

ROOT = ("root", "0", "ContainerAdministrator")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    if not is_final(stage):
        return
    last = in_force(stage, "user")
    if last is not None and last["user"].one_of(ROOT):
        fix = last["text"].set("nobody")
        yield rule.found(last["user"], f"The image is run as `{last['user'].text}`", fix=fix, about=stage)
