r"""Load balancer of a service may be reached from the internet.

On most clouds a service of this type gets a public address unless an annotation asks for an internal one.

## Bad
```kubernetes
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: LoadBalancer
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
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-internal: "true"
spec:
  type: LoadBalancer
  selector: {app: web}
  ports:
    - port: 443
```
## Fix
Whether the service is meant for the internet is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/services-networking/service/
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
        "26763a1c-5dda-4772-b507-5fca7fb5f165",
        "2a52567c-abb8-4651-a038-52fa27c77aed",
    ),
    default=False,
)

INTERNAL = {
    "cloud.google.com/load-balancer-type": ("Internal",),
    "networking.gke.io/load-balancer-type": ("Internal",),
    "service.beta.kubernetes.io/aws-load-balancer-internal": ("true", "0.0.0.0/0"),
    "service.beta.kubernetes.io/aws-load-balancer-scheme": ("internal",),
    "service.beta.kubernetes.io/azure-load-balancer-internal": ("true",),
    "service.beta.kubernetes.io/openstack-internal-load-balancer": ("true",),
}


@rule.on("Service")
def check(service: Resource) -> Iterator[Finding]:
    kind = service["spec.type"]
    if not kind.equals("LoadBalancer"):
        return
    given = service["metadata.annotations"]
    if not any(given.entry(key).unknown or given.entry(key).one_of(words) for key, words in INTERNAL.items()):
        yield rule.found(kind, f"{service} may be reached from the internet")
