r"""Service is open on every node.

A node port listens on all addresses of all nodes, past the ingress with its TLS and its rules. Where nodes have
public addresses it is open to the internet.

## Bad
```kubernetes
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: NodePort
  selector: {app: web}
  ports:
    - port: 443
```
## Good
```kubernetes
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: ClusterIP
  selector: {app: web}
  ports:
    - port: 443
```
## Fix
Whoever calls the port from outside has to be moved to an ingress or a load balancer first.
## See
https://kubernetes.io/docs/concepts/services-networking/service/
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
        "845acfbe-3e10-4b8e-b656-3b404d36dfb2",
        "5c281bf8-d9bb-47f2-b909-3f6bb11874ad",
        "AC_K8S_0111",
        "AC-K8-NS-SV-L-0132",
    ),
    default=False,
)


@rule.on("Service")
def check(service: Resource) -> Iterator[Finding]:
    kind = service["spec.type"]
    if kind.equals("NodePort"):
        yield rule.found(kind, f"{service} is open on every node")
