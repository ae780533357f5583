r"""Somebody is made administrator of the cluster.

`cluster-admin` may do everything everywhere. A pod or a person with that role is one mistake away from losing
the cluster.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
```
## Fix
Which rights are needed is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/rbac-good-practices/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KSV-0111",
        "kubernetes-cluster-admin0-role-only-used-where-required",
        "AVD-KSV-0111",
        "KSV111",
        "cluster-admin0-role-only-used-where-required",
        "249328b8-5f0f-409f-b1dd-029f07882e11",
        "17172bc2-56fb-4f17-916f-a014147706cd",
    ),
)


@rule.on("ClusterRoleBinding", "RoleBinding")
def check(binding: Resource) -> Iterator[Finding]:
    role = binding["roleRef.name"]
    if role.equals("cluster-admin"):
        yield rule.found(role, f"{binding} makes its subjects administrators")
