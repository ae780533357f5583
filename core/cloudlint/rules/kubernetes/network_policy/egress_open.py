r"""Network policy lets pods reach every address.

A program that was broken into calls home, and what it can read leaves with it. A policy that names the
addresses that are needed stops that.

## Bad
```kubernetes
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {}
  egress:
    - to:
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
  egress:
    - to:
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

from cloudlint.rule import LOW, Finding, Resource, Rule

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
        "KUBE-0002",
        "kubernetes-network-no-public-egress",
        "AVD-KUBE-0002",
        "no-public-egress",
    ),
    default=False,
)

EVERYWHERE = ("0.0.0.0/0", "::/0")


@rule.on("NetworkPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    for peer in policy.blocks("spec.egress.to"):
        block = peer["ipBlock.cidr"]
        if block.one_of(EVERYWHERE):
            yield rule.found(block, f"{policy} lets the pods reach every address")
