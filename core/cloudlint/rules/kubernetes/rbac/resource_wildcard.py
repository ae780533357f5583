r"""Role is about every kind of resource.

`*` also means secrets, and every kind that will be installed later. A list of kinds says what is meant.

## Bad
```kubernetes
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
  - apiGroups: [""]
    resources: ["*"]
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
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
```
## Fix
What the holders of the role need is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/rbac-good-practices/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import rbac_rules

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
        "CKV_K8S_49",
        "6b896afb-ca07-467a-b256-1a0077a1c08e",
        "KSV-0046",
        "kubernetes-no-wildcard-resource-clusterrole",
        "AVD-KSV-0046",
        "KSV046",
        "no-wildcard-resource-clusterrole",
        "KSV-0112",
        "kubernetes-no-wildcard-resource-role",
        "AVD-KSV-0112",
        "KSV112",
        "no-wildcard-resource-role",
    ),
)


@rule.on("ClusterRole", "Role")
def check(role: Resource) -> Iterator[Finding]:
    for granted in rbac_rules(role):
        if all(any(item.equals("*") for item in granted[name].items()) for name in ("apiGroups", "verbs")):
            continue  # it allows everything: another rule
        for resource in granted["resources"].items():
            if resource.equals("*"):
                yield rule.found(resource, f"{role} is about every kind of resource")
