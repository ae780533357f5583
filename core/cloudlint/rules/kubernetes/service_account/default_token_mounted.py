r"""Default service account hands out tokens.

Every pod that names no account gets a token of the default one, whether it calls the Kubernetes API or not.

## Bad
```kubernetes
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
```
## Good
```kubernetes
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
automountServiceAccountToken: false
```
## Fix
Unsafe: a program that calls the Kubernetes API as the default account fails.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_41",
        "737a0dd9-0aaa-4145-8118-f01778262b8a",
    ),
)


@rule.on("ServiceAccount")
def check(account: Resource) -> Iterator[Finding]:
    mounted = account["automountServiceAccountToken"]
    if account["metadata.name"].equals("default") and (mounted.absent or mounted.equals(True)):
        yield rule.found(mounted, f"{account} hands out tokens", fix=mounted.set(False))
