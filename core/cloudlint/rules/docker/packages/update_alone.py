r"""A RUN updates the list of packages, and installs nothing.

The step is taken from the cache from then on, and what is installed later comes from an old list: the versions of
that day, with the holes that have been found since, or versions that are gone.

## Bad
```dockerfile
FROM debian:12-slim
RUN apt-get update
RUN apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
```
## Fix
Which of the later instructions belongs to it is for the author to say, so that no edit is offered.
## See
https://docs.docker.com/build/building/best-practices/#apt-get
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import APK, APT, DNF, MICRODNF, YUM, ZYPPER, calls

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:L",
    standards={
        "cis-docker-1.6": ("4.7",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
    },
    aliases=(
        "CKV_DOCKER_5",
        "DS-0017",
        "docker-no-orphan-package-update",
        "AVD-DS-0017",
        "DS017",
        "no-orphan-package-update",
        "9bae49be-0aa3-4de5-bab2-4c3a069e40cd",
        "3785203d",
        "AC_DOCKER_0049",
    ),
)

UPDATES = frozenset(("update", "up", "refresh", "ref", "makecache", "check-update"))
# What makes use of the list: installing, and bringing what there is up to date.
USES = frozenset(
    (
        *(
            "add",
            "autoremove",
            "build-dep",
            "dist-upgrade",
            "dselect-upgrade",
            "dup",
            "download",
            "fix",
            "full-upgrade",
        ),
        *("groupinstall", "in", "install", "localinstall", "patch", "reinstall", "remove", "source", "upgrade"),
        *("builddep", "module", "distro-sync", "show", "policy", "search"),
    )
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    found = list(calls(stage, APT, APK, YUM, DNF, MICRODNF, ZYPPER))
    # The programs of one manager share its list. Later calls overwrite earlier ones.
    last_use = {(call.run.span, call.manager): call.at for call in found if call.task.one_of(USES)}
    for call in found:
        if call.task.one_of(UPDATES) and last_use.get((call.run.span, call.manager), -1) < call.at:
            what = f"{call.command.program} {call.task.text}"
            yield rule.found(call.command.value, f"`{what}` stands in a RUN that installs nothing afterwards")
