r"""Role may start pods of any kind.

Whoever starts a pod chooses its service account and its volumes, and so has all secrets and accounts of the
namespace.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [pods]
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
        "KSV-0048",
        "kubernetes-deny-create-update-malicious-pod",
        "AVD-KSV-0048",
        "KSV048",
        "deny-create-update-malicious-pod",
        "592ad21d-ad9b-46c6-8d2d-fad09d62a942",
        "522d4a64-4dc9-44bd-9240-7d8a0d5cb5ba",
    ),
    default=False,
)

GROUPS = (
    "",
    "apps",
    "batch",
)
RESOURCES = (
    "pods",
    "deployments",
    "daemonsets",
    "statefulsets",
    "replicasets",
    "replicationcontrollers",
    "jobs",
    "cronjobs",
)
VERBS = (
    "create",
    "update",
    "patch",
)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        verb = grants(granted, GROUPS, RESOURCES, VERBS)
        if verb is not None:
            yield rule.found(verb, f"{role} may start pods")
