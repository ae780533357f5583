r"""Container may use all the processors of its node.

Without a limit, a busy or hijacked container takes every cycle that its neighbours did not reserve. A limit
also slows the container down while there is room, which is why this rule is off by default.

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
          cpu: 250m
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
          cpu: 250m
        limits:
          cpu: 250m
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
        "CKV_K8S_11",
        "KSV-0011",
        "kubernetes-limit-cpu",
        "AVD-KSV-0011",
        "KSV011",
        "limit-cpu",
        "4ac0e2b7-d2d2-4af7-8799-e8de6721ccda",
        "5f4735ce-b9ba-4d95-a089-a37a767b716f",
        "AC_K8S_0098",
        "AC-K8-OE-PK-M-0156",
        "60af03ff-a421-45c8-b214-6741035476fa",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        amount = container.value["resources.limits.cpu"]
        if amount.absent:
            yield rule.found(amount, f"{container} of {workload} has no CPU limit")
