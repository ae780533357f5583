r"""Rights are granted to whoever asks.

`system:anonymous` and `system:unauthenticated` are callers that showed no credentials. What is granted to them
is open to all who reach the API server.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
subjects:
  - kind: Group
    name: "system:unauthenticated" # probe
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
    name: probes # probe
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

from cloudlint.rule import CRITICAL, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
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
        "KSV-0122",
        "kubernetes-no-anonymous-user-bind",
        "AVD-KSV-0122",
        "KSV122",
        "no-anonymous-user-bind",
    ),
)

NOBODY = ("system:anonymous", "system:unauthenticated")


@rule.on("ClusterRoleBinding", "RoleBinding")
def check(binding: Resource) -> Iterator[Finding]:
    for subject in binding.blocks("subjects"):
        name = subject["name"]
        if name.one_of(NOBODY):
            yield rule.found(name, f"{binding} grants rights to callers without credentials")
