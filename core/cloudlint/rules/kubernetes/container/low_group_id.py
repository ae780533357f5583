r"""Container runs in a group that the node may have as well.

Group ids are not kept apart between containers and node. An id below 10,000 may be a group on the node, with
rights on its files.

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
      image: registry.example.com/web:1.4
      securityContext:
        runAsGroup: 1000
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
      image: registry.example.com/web:1.4
      securityContext:
        runAsGroup: 10001
```
## Fix
Files in the image and on volumes belong to a group id; changing it is the author's to decide.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KSV-0021",
        "kubernetes-use-high-gid",
        "AVD-KSV-0021",
        "KSV021",
        "use-high-gid",
    ),
    default=False,
)

LOWEST = 10_000


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        group = container.setting("runAsGroup")
        if group.absent or (group.number is not None and group.number < LOWEST):
            yield rule.found(group, f"{container} of {workload} does not run in a group above {LOWEST:,}")
