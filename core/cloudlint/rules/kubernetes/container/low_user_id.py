r"""Container runs as a user that the node may have as well.

User ids are not kept apart between containers and node. An id below 10,000 may be somebody on the node, and a
process that leaves its container has the rights of that user.

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
        runAsUser: 1000
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
        runAsUser: 10001
```
## Fix
Files in the image and on volumes belong to a user id; changing it is the author's to decide.
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
        "CKV_K8S_40",
        "KSV-0020",
        "kubernetes-use-high-uid",
        "AVD-KSV-0020",
        "KSV020",
        "use-high-uid",
        "02323c00-cdc3-4fdc-a310-4f2b3e7a1660",
        "AC_K8S_0079",
        "AC-K8-NS-PO-M-0182",
    ),
    default=False,
)

LOWEST = 10_000


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        user = container.setting("runAsUser")
        if container.pod["hostUsers"].equals(False):
            continue  # its ids are none of the node's
        if user.absent or (user.number is not None and user.number < LOWEST):
            yield rule.found(user, f"{container} of {workload} does not run as a user above {LOWEST:,}")
