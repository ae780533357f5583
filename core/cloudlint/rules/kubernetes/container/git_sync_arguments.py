r"""Container lets git-sync run a program of its choice.

Flags such as `--git` and `--exec` of git-sync name a program that it runs. Where they come from the manifest,
whoever may change one argument runs code in the pod.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.k8s.io/git-sync/git-sync:v4.2.1
      args: ["--git=/tmp/payload"]
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.k8s.io/git-sync/git-sync:v4.2.1
      args: ["--repo=https://git.example.com/site"]
```
## Fix
Whether the program named there is wanted is not to be seen here, so that no edit is offered.
## See
https://github.com/kubernetes/git-sync
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, arguments, containers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("CKV_K8S_159",),
)

VARIABLES = ("GITSYNC_GIT", "GIT_SYNC_GIT")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        syncs = "git-sync" in (container.image.text or "")
        for argument in arguments(container) if syncs else ():
            if (argument.text or "").split("=")[0].split(" ")[0] == "--git":
                yield rule.found(argument, f"{container} of {workload} names the program that git-sync runs")
        for variable in container.value.blocks("env"):
            if variable["name"].one_of(VARIABLES):
                yield rule.found(variable, f"{container} of {workload} names the program that git-sync runs")
