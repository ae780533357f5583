r"""Role is about every API group.

The same name may mean something else in another group, and groups are added with every operator that is
installed.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: ["*"]
    resources: [deployments]
    verbs: [get, list]
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list]
```
## Fix
What the holders of the role need is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/rbac-good-practices/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import rbac_rules

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_49",
        "6b896afb-ca07-467a-b256-1a0077a1c08e",
    ),
    default=False,
)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        for group in granted["apiGroups"].items():
            if group.equals("*"):
                yield rule.found(group, f"{role} is about every API group")
