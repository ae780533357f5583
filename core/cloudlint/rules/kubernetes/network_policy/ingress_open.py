r"""Network policy lets everybody reach the pods.

A policy that allows all addresses is as good as none, but looks like one.

## Bad
```kubernetes
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 0.0.0.0/0
```
## Good
```kubernetes
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0/8
```
## Fix
Which addresses are meant is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/services-networking/network-policies/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "KUBE-0001",
        "kubernetes-network-no-public-ingress",
        "AVD-KUBE-0001",
        "no-public-ingress",
    ),
)

EVERYWHERE = ("0.0.0.0/0", "::/0")


@rule.on("NetworkPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    for peer in policy.blocks("spec.ingress.from"):
        block = peer["ipBlock.cidr"]
        if block.one_of(EVERYWHERE):
            yield rule.found(block, f"{policy} lets everybody reach the pods")
