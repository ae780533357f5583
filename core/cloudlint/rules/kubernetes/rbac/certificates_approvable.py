r"""Cluster role may approve requests for certificates.

Whoever may approve certificates makes themselves one with the name of anybody, also of an administrator; it
cannot be revoked.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: approver
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests/approval]
    verbs: [update]
  - apiGroups: [certificates.k8s.io]
    resources: [signers]
    verbs: [approve]
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: approver
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests]
    verbs: [get, list]
```
## Fix
What the holders of the role need is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/rbac-good-practices/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import grants, rbac_rules

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
    aliases=("CKV_K8S_156",),
)

GROUPS = ("certificates.k8s.io",)


@rule.on("ClusterRole")
def check(role: Resource) -> Iterator[Finding]:
    every = rbac_rules(role)
    updates = (grants(one, GROUPS, ("certificatesigningrequests/approval",), ("update", "patch")) for one in every)
    approves = any(grants(one, GROUPS, ("signers",), ("approve",)) is not None for one in every)
    verb = next((verb for verb in updates if verb is not None), None)
    if verb is not None and approves:
        yield rule.found(verb, f"{role} may approve requests for certificates")
