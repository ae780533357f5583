r"""No network policy of the manifest is about the pod.

Without a policy everything in the cluster may talk to the pod, and the pod to everything. One hijacked pod is
then a way to all others.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: web}
```
## Fix
Who may talk to the pod, only its author knows. Only policies in the same file are seen, which is why this rule
is off by default; it is meant for what `helm template` or `kustomize build` writes.
## See
https://kubernetes.io/docs/concepts/services-networking/network-policies/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=("CKV2_K8S_6",),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    made = pod(workload)
    labels = {key: value.text for key, value in made["metadata.labels"].entries().items()}
    for policy in workload.graph.of("NetworkPolicy"):
        selector = policy["spec.podSelector.matchLabels"].entries()
        if all(labels.get(key) == value.text for key, value in selector.items()):
            return
    if not made.unknown:
        yield rule.found(made["spec"], f"No network policy here is about {workload}")
