r"""Ingress writes into the settings of nginx.

A snippet becomes a part of the settings of the controller as it stands. Whoever may write an ingress then reads
its token, and with that the secrets of all namespaces (CVE-2021-25742).

## Bad
```kubernetes
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: |
      add_header X-Frame-Options DENY;
spec:
  rules:
    - host: shop.example.com
```
## Good
```kubernetes
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "true"
spec:
  rules:
    - host: shop.example.com
```
## Fix
What the snippet does has to be done by other means, so that no edit is offered.
## See
https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_153",
        "KCV-0093",
        "kubernetes-insecure-ingress-nginx",
        "AVD-KCV-0093",
        "KCV0093",
        "insecure-ingress-nginx",
        "AC_K8S_0050",
    ),
)

PREFIX = "nginx.ingress.kubernetes.io/"


@rule.on("Ingress")
def check(ingress: Resource) -> Iterator[Finding]:
    for key, snippet in ingress["metadata.annotations"].entries().items():
        if key.startswith(PREFIX) and key.endswith("snippet"):
            yield rule.found(snippet, f"{ingress} writes into the settings of nginx")
