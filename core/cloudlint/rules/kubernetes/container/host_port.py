r"""Container takes a port of its node.

A host port is open on the address of the node, past services and ingresses and often past network policies. It
also keeps a second copy of the pod off the same node.

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
      ports:
        - containerPort: 8080
          hostPort: 8080 # for curl
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
      ports:
        - containerPort: 8080
```
## Fix
Unsafe: whoever calls the port on the address of the node no longer reaches the pod; put a Service before it.
## See
https://kubernetes.io/docs/concepts/configuration/overview/
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
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "CKV_K8S_26",
        "KSV-0024",
        "kubernetes-no-host-port-access",
        "AVD-KSV-0024",
        "KSV024",
        "no-host-port-access",
        "2b1836f1-dcce-416e-8e16-da8c71920633",
        "4e74cf4f-ff65-4c1a-885c-67ab608206ce",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        for port in container.value.blocks("ports"):
            taken = port["hostPort"]
            if taken.number:
                message = f"{container} of {workload} takes port {taken.text} of its node"
                yield rule.found(taken, message, fix=taken.remove())
