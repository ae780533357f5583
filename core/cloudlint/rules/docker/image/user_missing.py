r"""An image names no user to run as.

Most base images run as root, and so does what is built on them without a USER. Whoever breaks into the program is
root in the container, and has an easier way out of it to the host.

## Bad
```dockerfile
FROM python:3.13-slim
COPY app.py /app/
CMD ["python", "/app/app.py"] # started by the platform
```
## Good
```dockerfile
FROM python:3.13-slim
COPY app.py /app/
USER nobody
CMD ["python", "/app/app.py"] # started by the platform
```
## Fix
Unsafe: a program that writes into folders of root, or listens on a port below 1024, has to be given the right to.
`nobody` exists in nearly every image; a user of the application's own is better still.
## See
https://docs.docker.com/reference/dockerfile/#user
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, base, in_force, is_final

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.1",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
    },
    aliases=(
        "CKV_DOCKER_3",
        "DS-0002",
        "docker-least-privilege-user",
        "AVD-DS-0002",
        "DS002",
        "least-privilege-user",
        "fd54f200-402c-4333-a5a4-36ef6709af2f",
        "eb49caf6",
        "AC_DOCKER_0005",
    ),
)

# Images that are made to run without root say so in their name.
WITHOUT_ROOT = pattern(r"nonroot|non-root|rootless|unprivileged|^(docker\.io/)?bitnami/|^cgr\.dev/chainguard/")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    if not is_final(stage) or in_force(stage, "user") is not None:
        return
    image = base(stage)["image"]
    if image.unknown or image.equals("scratch") or WITHOUT_ROOT.search(image.text or ""):
        return
    message = f"The image names no user and so is run as that of `{image.text}`, which mostly is root"
    yield rule.found(stage["user"], message, fix=stage["user"].set("nobody"))
