r"""Container keeps the capability to forge network packets.

With raw sockets, which every container has unless they are dropped, a process answers for other pods and
listens to what passes by. No service that speaks TCP or HTTP needs them.

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
        capabilities: {} # later
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
        capabilities: {drop: [ALL]} # later
```
## Fix
Unsafe: a program that needs a capability (`ping` needs this one) fails until it is added by name.
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
        "CKV_K8S_28",
        "dbbc6705-d541-43b0-b166-dd4be8208b54",
        "e5587d53-a673-4a6b-b3f2-ba07ec274def",
        "AC_K8S_0048",
        "AC-K8-IA-PS-M-0112",
    ),
    default=False,
)

ENOUGH = ("ALL", "NET_RAW", "CAP_NET_RAW")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        dropped = container.value["securityContext.capabilities.drop"]
        if not dropped.unknown and not any((item.text or "").upper() in ENOUGH for item in dropped.items()):
            message = f"{container} of {workload} keeps the capability NET_RAW"
            yield rule.found(dropped, message, fix=dropped.set(["ALL"]))
