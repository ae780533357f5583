r"""An image made from scratch names no user to run as.

There is little in such an image that an intruder could use, but its one program still runs with the number of root,
which is root on the host as well wherever a hole in the kernel or a mount lets it out.

## Bad
```dockerfile
FROM golang:1.24 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /server .

FROM scratch
COPY --from=build /server /server
# a static program
ENTRYPOINT ["/server"]
```
## Good
```dockerfile
FROM golang:1.24 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /server .

FROM scratch
COPY --from=build /server /server
USER 65534:65534
# a static program
ENTRYPOINT ["/server"]
```
## Fix
Unsafe: a program that writes files, or listens on a port below 1024, has to be given the right to. The number needs
no entry in `/etc/passwd`.
## See
https://docs.docker.com/reference/dockerfile/#user
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, base, in_force, is_final

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.1",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
    },
    aliases=("CKV_DOCKER_3", "DS-0002", "docker-least-privilege-user", "AVD-DS-0002", "DS002", "least-privilege-user"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    if is_final(stage) and in_force(stage, "user") is None and base(stage)["image"].equals("scratch"):
        message = "The image names no user, so that its program runs as number 0, which is root"
        yield rule.found(stage["user"], message, fix=stage["user"].set("65534:65534"))
