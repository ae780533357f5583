r"""Role may make bindings to any role.

Who may create bindings and bind roles gives every right that some role has to anybody, also to themselves.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [create]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [bind]
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [create]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [view]
    verbs: [bind]
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
    aliases=(
        "KSV-0051",
        "kubernetes-do-not-allow-role-binding-associate-privileged-role",
        "AVD-KSV-0051",
        "KSV051",
        "do-not-allow-role-binding-associate-privileged-role",
        "KSV-0052",
        "kubernetes-allow-role-clusterrolebindings-associate-privileged-cluster-role",
        "AVD-KSV-0052",
        "KSV052",
        "allow-role-clusterrolebindings-associate-privileged-cluster-role",
        "8320826e-7a9c-4b0b-9535-578333193432",
    ),
)

GROUPS = ("rbac.authorization.k8s.io",)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    every = rbac_rules(role)
    if not any(grants(one, GROUPS, ("rolebindings", "clusterrolebindings"), ("create",)) for one in every):
        return
    for one in every:
        verb = grants(one, GROUPS, ("roles", "clusterroles"), ("bind",))
        names = one["resourceNames"]
        if verb is not None and (names.absent or any(name.equals("*") for name in names.items())):
            yield rule.found(verb, f"{role} may bind any role to anybody")
