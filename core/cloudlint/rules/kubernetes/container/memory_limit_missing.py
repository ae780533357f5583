r"""Container may use all the memory of its node.

A leak, or a request made to be expensive, then takes the memory of every neighbour, and the kernel ends
whatever it chooses. With a limit only the container that leaks is started anew.

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
      resources: # measured in May
        requests:
          memory: 256Mi
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
      resources: # measured in May
        requests:
          memory: 256Mi
        limits:
          memory: 256Mi
```
## Fix
How much the program needs has to be measured, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=(
        "CKV_K8S_13",
        "KSV-0018",
        "kubernetes-limit-memory",
        "AVD-KSV-0018",
        "KSV018",
        "limit-memory",
        "b14d1bc4-a208-45db-92f0-e21f8e2588e9",
        "fd097ed0-7fe6-4f58-8b71-fef9f0820a21",
        "AC_K8S_0100",
        "AC-K8-OE-PK-M-0158",
        "60af03ff-a421-45c8-b214-6741035476fa",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        amount = container.value["resources.limits.memory"]
        if amount.absent:
            yield rule.found(amount, f"{container} of {workload} has no memory limit")
