r"""Rights are granted to everybody who can log in.

`system:authenticated` holds every user and every service account, on some cloud services everybody with an
account there.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: Group
    name: "system:authenticated"
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
```
## Good
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: Group
    name: developers
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
```
## Fix
Who is meant to have the rights is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/rbac-good-practices/
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
            "AC-3",
            "AC-6",
        ),
        "pci-dss-4.0": ("7.2.1",),
        "iso-27001": ("A.8.3",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(a)(1)",),
    },
    aliases=(
        "KSV-01011",
        "kubernetes-no-system-authenticated-group-bind",
        "AVD-KSV-01011",
        "KSV01011",
        "no-system-authenticated-group-bind",
    ),
)


@rule.on("ClusterRoleBinding", "RoleBinding")
def check(binding: Resource) -> Iterator[Finding]:
    for subject in binding.blocks("subjects"):
        name = subject["name"]
        if name.equals("system:authenticated"):
            yield rule.found(name, f"{binding} grants rights to everybody who can log in")
