r"""Container is given capabilities beyond the usual ones.

Each capability is a piece of what root may do. Those beyond the few that a container has anyway let it change
the network, the clock or other processes of its node.

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
          add: [NET_BIND_SERVICE, NET_ADMIN] # since 2023
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

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_25",
        "KSV-0022",
        "kubernetes-no-non-default-capabilities",
        "AVD-KSV-0022",
        "KSV022",
        "no-non-default-capabilities",
        "19ebaa28-fc86-4a58-bcfa-015c9e22fe40",
        "fe771ff7-ba15-4f8f-ad7a-8aa232b49a28",
        "KSV-0106",
        "kubernetes-drop-caps-add-bind-svc",
        "AVD-KSV-0106",
        "KSV106",
        "drop-caps-add-bind-svc",
    ),
)

HARMLESS = ("NET_BIND_SERVICE", "CAP_NET_BIND_SERVICE")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        for added in container.value["securityContext.capabilities.add"].items():
            if added.text is not None and not added.one_of(HARMLESS):
                message = f"{container} of {workload} is given the capability {added.text}"
                yield rule.found(added, message, fix=added.remove())
