r"""Container reserves no memory.

Where nothing is reserved, the scheduler puts the pod on a node that may be full, and it is among the first to
be evicted when memory gets short.

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
        limits:
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
        limits:
          memory: 256Mi
        requests:
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
        "CKV_K8S_12",
        "KSV-0016",
        "kubernetes-no-unspecified-memory-requests",
        "AVD-KSV-0016",
        "KSV016",
        "no-unspecified-memory-requests",
        "229588ef-8fde-40c8-8756-f4f2b5825ded",
        "21719347-d02b-497d-bda4-04a03c8e5b61",
        "AC_K8S_0099",
        "AC-K8-OE-PK-M-0157",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        amount = container.value["resources.requests.memory"]
        if amount.absent:
            yield rule.found(amount, f"{container} of {workload} has no memory request")
