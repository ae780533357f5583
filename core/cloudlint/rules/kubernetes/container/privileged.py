r"""Container is privileged.

A privileged container is root on its node in all but name: it sees every device, may load kernel modules and
mount the disk of the node. One flaw in the program inside gives an attacker the node, and all pods on it.

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
        privileged: true # for the old driver
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
        privileged: false # for the old driver
```
## Fix
Unsafe: a program that does need the devices or the kernel of the node fails; give it the one capability that it
needs.
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
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_K8S_16",
        "KSV-0017",
        "kubernetes-no-privileged-containers",
        "AVD-KSV-0017",
        "KSV017",
        "no-privileged-containers",
        "dd29336b-fe57-445b-a26e-e6aa867ae609",
        "87065ef8-de9b-40d8-9753-f4a4303e27a4",
        "AC_K8S_0046",
        "AC-K8-IA-PO-H-0106",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        privileged = container.value["securityContext.privileged"]
        if privileged.equals(True):
            yield rule.found(privileged, f"{container} of {workload} is privileged", fix=privileged.set(False))
