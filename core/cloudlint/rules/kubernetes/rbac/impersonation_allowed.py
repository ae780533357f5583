r"""Role may act as other users.

Whoever may impersonate the group `system:masters` may do everything, and the audit log shows another name.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [users]
    verbs: [impersonate]
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
        "KSV-0043",
        "kubernetes-no-impersonate-privileged-groups",
        "AVD-KSV-0043",
        "KSV043",
        "no-impersonate-privileged-groups",
        "9f85c3f6-26fd-4007-938a-2e0cb0100980",
    ),
)

GROUPS = ("",)
RESOURCES = (
    "users",
    "groups",
    "serviceaccounts",
)
VERBS = ("impersonate",)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        verb = grants(granted, GROUPS, RESOURCES, VERBS)
        if verb is not None:
            yield rule.found(verb, f"{role} may act as somebody else")
