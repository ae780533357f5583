r"""Rights are bound to the group that no rule stops.

Members of `system:masters` pass by all authorization, for ever: not even taking away every role helps.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: Group
    name: "system:masters"
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
    name: operators
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
        "KSV-0123",
        "kubernetes-no-system-masters-group-bind",
        "AVD-KSV-0123",
        "KSV0123",
        "no-system-masters-group-bind",
    ),
)


@rule.on("ClusterRoleBinding", "RoleBinding")
def check(binding: Resource) -> Iterator[Finding]:
    for subject in binding.blocks("subjects"):
        name = subject["name"]
        if name.equals("system:masters"):
            yield rule.found(name, f"{binding} is about the group system:masters")
