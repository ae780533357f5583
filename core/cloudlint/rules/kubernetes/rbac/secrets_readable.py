r"""Role may read secrets.

Secrets hold passwords and the tokens of other accounts. Whoever may list them soon has the rights of everybody
else in the namespace, or with a cluster role in the cluster.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get]
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
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14",
        "826abb30-3cd5-4e0b-a93b-67729b4f7e63",
        "056ac60e-fe07-4acc-9b34-8e1d51716ab9",
        "07fc3413-e572-42f7-9877-5c8fc6fccfb5",
        "KSV-0041",
        "kubernetes-no-manage-secrets",
        "AVD-KSV-0041",
        "KSV041",
        "no-manage-secrets",
        "KSV-0113",
        "kubernetes-no-manage-ns-secrets",
        "AVD-KSV-0113",
        "KSV113",
        "no-manage-ns-secrets",
    ),
)

GROUPS = ("",)
RESOURCES = ("secrets",)
VERBS = (
    "get",
    "list",
    "watch",
)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        verb = grants(granted, GROUPS, RESOURCES, VERBS)
        if verb is not None:
            yield rule.found(verb, f"{role} may read secrets")
