r"""Container drops no capability at all.

A container starts with about a dozen pieces of the power of root. Where none is dropped, a flaw in the program
gives an attacker all of them.

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
          add: [NET_BIND_SERVICE] # port 443
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
          add: [NET_BIND_SERVICE] # port 443
          drop: [ALL]
```
## Fix
Unsafe: a program that needs a capability fails until it is added by name.
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
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KSV-0004",
        "kubernetes-drop-unused-capabilities",
        "AVD-KSV-0004",
        "KSV004",
        "drop-unused-capabilities",
        "268ca686-7fb7-4ae9-b129-955a2a89064e",
        "21cef75f-289f-470e-8038-c7cee0664164",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        dropped = container.value["securityContext.capabilities.drop"]
        if not dropped.unknown and not dropped.items():
            yield rule.found(dropped, f"{container} of {workload} drops no capability", fix=dropped.set(["ALL"]))
