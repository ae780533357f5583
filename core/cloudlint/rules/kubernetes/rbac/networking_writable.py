r"""Role may change where traffic goes.

Services, endpoints, ingresses and network policies decide who talks to whom. Whoever may change them can listen
to others or cut them off.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [services]
    verbs: [create]
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
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

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import grants, rbac_rules

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KSV-0056",
        "kubernetes-no-manage-networking-resources",
        "AVD-KSV-0056",
        "KSV056",
        "no-manage-networking-resources",
    ),
    default=False,
)

GROUPS = (
    "",
    "discovery.k8s.io",
    "networking.k8s.io",
    "extensions",
)
RESOURCES = (
    "services",
    "endpoints",
    "endpointslices",
    "networkpolicies",
    "ingresses",
)
VERBS = (
    "create",
    "update",
    "patch",
    "delete",
    "deletecollection",
)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        verb = grants(granted, GROUPS, RESOURCES, VERBS)
        if verb is not None:
            yield rule.found(verb, f"{role} may redirect traffic")
