r"""Container keeps capabilities that it does not need.

A container starts with about a dozen pieces of the power of root, among them changing the owner of files and
forging packets. Few services need any: dropping all and adding the one that is needed leaves little to abuse.

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
          drop: [NET_RAW] # the scanner said so
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
          drop: [ALL] # the scanner said so
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
        "CKV_K8S_37",
        "KSV-0003",
        "kubernetes-drop-default-capabilities",
        "AVD-KSV-0003",
        "KSV003",
        "drop-default-capabilities",
        "KSV-0106",
        "kubernetes-drop-caps-add-bind-svc",
        "AVD-KSV-0106",
        "KSV106",
        "drop-caps-add-bind-svc",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        dropped = container.value["securityContext.capabilities.drop"]
        if not dropped.unknown and not any((item.text or "").upper() == "ALL" for item in dropped.items()):
            message = f"{container} of {workload} does not drop all capabilities"
            yield rule.found(dropped, message, fix=dropped.set(["ALL"]))
