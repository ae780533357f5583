r"""Rights are granted to a default service account.

Every pod that names no account runs as the default one: they all get what was meant for one of them.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: ServiceAccount
    name: default
    namespace: shop
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
  - kind: ServiceAccount
    name: web
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
```
## Fix
An account of its own has to be made, and the program moved to it.
## See
https://kubernetes.io/docs/concepts/security/service-accounts/
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
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_42",
        "1e749bc9-fde8-471c-af0c-8254efd2dee5",
        "3360c01e-c8c0-4812-96a2-a6329b9b7f9f",
        "AC_K8S_0113",
        "AC-K8-IA-RO-H-0104",
    ),
)


@rule.on("ClusterRoleBinding", "RoleBinding")
def check(binding: Resource) -> Iterator[Finding]:
    for subject in binding.blocks("subjects"):
        name = subject["name"]
        if subject["kind"].equals("ServiceAccount") and name.equals("default"):
            yield rule.found(name, f"{binding} grants rights to a default service account")
