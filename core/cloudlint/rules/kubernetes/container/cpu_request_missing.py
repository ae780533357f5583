r"""Container reserves no processor time.

Where nothing is reserved, the scheduler puts the pod on a node that may be busy, and it gets what its
neighbours leave.

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
        limits:
          cpu: 250m
        requests:
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
        "CKV_K8S_10",
        "KSV-0015",
        "kubernetes-no-unspecified-cpu-requests",
        "AVD-KSV-0015",
        "KSV015",
        "no-unspecified-cpu-requests",
        "ca469dd4-c736-448f-8ac1-30a642705e0a",
        "577ac19c-6a77-46d7-9f14-e049cdd15ec2",
        "AC_K8S_0097",
        "AC-K8-OE-PK-M-0155",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        amount = container.value["resources.requests.cpu"]
        if amount.absent:
            yield rule.found(amount, f"{container} of {workload} has no CPU request")
