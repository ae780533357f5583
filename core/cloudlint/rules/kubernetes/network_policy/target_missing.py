r"""Network policy is about no pod of its manifest.

The labels that it selects are on none of the pods beside it: it guards nothing, and the pods it was written for
stay open.

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
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: wep}
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
Which of the two labels is wrong is not to be seen here. The pods may stand in another file, which is why this
rule is off by default.
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
    aliases=(
        "85ab1c5b-014e-4352-b5f8-d7dea3bb4fd3",
        "0401f71b-9c1e-4821-ab15-a955caa621be",
        "b80b14c6-aaa2-4876-b651-8a48b6c32fbf",
    ),
    default=False,
)


@rule.on("NetworkPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    selector = policy["spec.podSelector.matchLabels"]
    wanted = selector.entries()
    made = [pod(workload) for kind in WORKLOADS for workload in policy.graph.of(kind)]
    for one in made:
        labels = one["metadata.labels"]
        if labels.unknown or all(labels.entry(key).text == value.text for key, value in wanted.items()):
            return
    if wanted:
        yield rule.found(selector, f"{policy} is about no pod of this file")
