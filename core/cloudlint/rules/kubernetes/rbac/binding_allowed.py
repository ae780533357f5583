r"""Role may bind roles that are stronger than itself.

The verb `bind` lets its holder bind any role it names to anybody, also the role of an administrator to itself.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: ["rbac.authorization.k8s.io"]
    resources: [roles]
    verbs: [bind]
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: ["rbac.authorization.k8s.io"]
    resources: [services]
    verbs: [get]
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
        "CKV_K8S_157",
        "KSV-0050",
        "kubernetes-no-privilege-escalation-rbac",
        "AVD-KSV-0050",
        "KSV050",
        "no-manage-rbac-resources",
        "kubernetes-no-manage-rbac-resources",
    ),
)

GROUPS = ("rbac.authorization.k8s.io",)
RESOURCES = (
    "roles",
    "clusterroles",
    "rolebindings",
    "clusterrolebindings",
)
VERBS = ("bind",)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        verb = grants(granted, GROUPS, RESOURCES, VERBS)
        if verb is not None:
            yield rule.found(verb, f"{role} may bind roles with more rights than its own")
