r"""Ingress takes unencrypted requests.

Passwords and session cookies travel as they are, and whoever sits in between reads and changes them.

## Bad
```kubernetes
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
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
spec:
  tls:
    - hosts: [shop.example.com]
      secretName: shop-tls
  rules:
    - host: shop.example.com
```
## Fix
A certificate has to be made first.
## See
https://kubernetes.io/docs/concepts/services-networking/ingress/
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
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "pci-dss-4.0": ("4.2.1",),
        "iso-27001": ("A.8.24",),
        "soc-2": ("CC6.7",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "AC_K8S_0002",
        "AC-K8-NS-IN-H-0020",
    ),
)


@rule.on("Ingress")
def check(ingress: Resource) -> Iterator[Finding]:
    tls = ingress["spec.tls"]
    given = ingress["metadata.annotations"]
    managed = ("certificate-arn", "pre-shared-cert", "managed-certificates", "tls-acme", "ssl-certificate")
    if any(key.endswith(managed) for key in given.entries()):
        return
    if tls.absent and not given.unknown:
        yield rule.found(tls, f"{ingress} takes unencrypted requests")
