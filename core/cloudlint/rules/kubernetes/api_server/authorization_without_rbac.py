r"""API server does not use roles.

Without the mode `RBAC` roles and bindings are written down and looked at by nobody.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.4
      command:
        - kube-apiserver
        - --authorization-mode=Node
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.4
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import listed

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
        "CKV_K8S_77",
        "KCV-0009",
        "kubernetes-ensure-authorization-mode-argument-includes-rbac",
        "AVD-KCV-0009",
        "KCV0009",
        "ensure-authorization-mode-argument-includes-rbac",
        "1aa4a1ae-5dbb-48a1-9aa2-630ea4be208e",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["authorization-mode"]
    if not flag.unknown and "RBAC" not in listed(flag):
        yield rule.found(flag, f"{program} does not authorize by RBAC")
