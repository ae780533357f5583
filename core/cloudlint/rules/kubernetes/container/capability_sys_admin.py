r"""Container may administer the system of its node.

`SYS_ADMIN` lets a process mount file systems, change namespaces and much else. It is close to being root on the
node, and most known ways out of a container begin with it.

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
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE, SYS_ADMIN] # since 2023
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
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE] # since 2023
```
## Fix
Unsafe: a program that does need the capability fails.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_39",
        "KSV-0005",
        "kubernetes-no-sysadmin-capability",
        "AVD-KSV-0005",
        "KSV005",
        "no-sysadmin-capability",
        "235236ee-ad78-4065-bd29-61b061f28ce0",
        "3f55386d-75cd-4e9a-ac47-167b26c04724",
        "AC_K8S_0075",
        "AC-K8-NS-PO-H-0170",
    ),
)

NAMES = ("SYS_ADMIN", "CAP_SYS_ADMIN")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        for added in container.value["securityContext.capabilities.add"].items():
            if added.one_of(NAMES):
                message = f"{container} of {workload} is given the capability {added.text}"
                yield rule.found(added, message, fix=added.remove())
