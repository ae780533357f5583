r"""Container is started as user 0.

User 0 is root, whatever the image was built for. A flaw in the kernel or a careless mount is then enough to
take the node.

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
        runAsUser: 0
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
Which user owns the files in the image is not written here, so that no edit is offered.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KSV-0105",
        "kubernetes-containers-not-run-as-root",
        "AVD-KSV-0105",
        "KSV105",
        "containers-not-run-as-root",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    seen = set()
    for container in containers(workload):
        user = container.setting("runAsUser")
        if user.equals(0) and user.span not in seen:
            seen.add(user.span)
            yield rule.found(user, f"{container} of {workload} is started as user 0")
