r"""Service takes traffic for addresses that nobody gave it.

Kubernetes sends all traffic for an external address to the service that claims it, also where the address
belongs to somebody else (CVE-2020-8554).

## Bad
```kubernetes
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  externalIPs: [203.0.113.7] # the old one
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
  selector: {app: web}
  ports:
    - port: 443
```
## Fix
Unsafe: traffic for the addresses no longer reaches the service; use a load balancer.
## See
https://kubernetes.io/docs/concepts/services-networking/service/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "KSV-0108",
        "kubernetes-no-svc-with-extip",
        "AVD-KSV-0108",
        "AC_K8S_0112",
        "AC-K8-NS-SE-M-0188",
    ),
)


@rule.on("Service")
def check(service: Resource) -> Iterator[Finding]:
    addresses = service["spec.externalIPs"]
    if addresses.items():
        yield rule.found(addresses, f"{service} takes traffic for external addresses", fix=addresses.remove())
