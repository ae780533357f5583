r"""An image says nothing of how to see whether it works.

Without a HEALTHCHECK a container counts as well as long as its process lives, even if it hangs and answers nobody.
Docker and Swarm then neither restart it nor keep requests away from it.

## Bad
```dockerfile
FROM nginx:1.27-alpine
COPY site /usr/share/nginx/html
CMD ["nginx", "-g", "daemon off;"]
```
## Good
```dockerfile
FROM nginx:1.27-alpine
COPY site /usr/share/nginx/html
HEALTHCHECK CMD wget -q -O /dev/null http://localhost/ || exit 1
CMD ["nginx", "-g", "daemon off;"]
```
## Fix
Only the author knows what a healthy answer is, so that no edit is offered. Kubernetes ignores HEALTHCHECK and has
probes of its own: ignore the rule for images that run nowhere else.
## See
https://docs.docker.com/reference/dockerfile/#healthcheck
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, in_force, is_final

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "cis-docker-1.6": ("4.6",),
        "nist-800-53": ("CM-6",),
        "soc-2": ("A1.2",),
    },
    aliases=(
        "CKV_DOCKER_2",
        "DS-0026",
        "docker-no-healthcheck",
        "AVD-DS-0026",
        "DS026",
        "no-healthcheck",
        "b03a748a-542d-44f4-bb86-9199ab4fd2d5",
        "426121ee",
        "AC_DOCKER_0047",
    ),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    if is_final(stage) and in_force(stage, "healthcheck") is None:
        yield rule.found(stage["healthcheck"], "The image has no HEALTHCHECK")
