r"""Root file system of a container can be written.

Whoever breaks into the program can replace it, or leave tools behind. Where the file system is read-only and
the few folders that must be written are volumes, there is little to change.

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
        runAsNonRoot: true # always
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
        runAsNonRoot: true # always
        readOnlyRootFilesystem: true
```
## Fix
Unsafe: a program that writes to its own file system fails; mount an `emptyDir` where it writes.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_K8S_22",
        "KSV-0014",
        "kubernetes-use-readonly-filesystem",
        "AVD-KSV-0014",
        "KSV014",
        "use-readonly-filesystem",
        "a9c2f49d-0671-4fc9-9ece-f4e261e128d0",
        "d532566b-8d9d-4f3b-80bd-361fe802f9c2",
        "AC_K8S_0078",
        "AC-K8-IA-PO-M-0140",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        locked = container.value["securityContext.readOnlyRootFilesystem"]
        if locked.absent or locked.equals(False):
            message = f"{container} of {workload} can write to its root file system"
            yield rule.found(locked, message, fix=locked.set(True))
