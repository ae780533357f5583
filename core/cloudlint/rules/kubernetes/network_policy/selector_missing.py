r"""Network policy does not say which pods it is about.

A policy needs a selector of pods, for the pods that it guards or for those that may talk to them. Without one
it is refused, or guards something else than was meant.

## Bad
```kubernetes
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  policyTypes: [Ingress]
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
  policyTypes: [Ingress]
```
## Fix
Which pods are meant is not to be seen here, so that no edit is offered.
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
        "KSV-0038",
        "kubernetes-selector-usage-in-network-policies",
        "AVD-KSV-0038",
        "KSV038",
        "selector-usage-in-network-policies",
    ),
)


@rule.on("NetworkPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    spec = policy["spec"]
    peers = (*spec.blocks("ingress.from"), *spec.blocks("egress.to"))
    places = (spec, *peers)
    names = ("podSelector", "namespaceSelector")
    if all(place[name].absent and name not in place.entries() for place in places for name in names):
        yield rule.found(spec, f"{policy} does not say which pods it is about")
