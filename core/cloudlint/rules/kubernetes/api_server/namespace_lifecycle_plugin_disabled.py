r"""API server lets things be made in namespaces that are going away.

What is put into a namespace that is being deleted stays behind, and `default` or `kube-system` can be deleted.

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
        - --disable-admission-plugins=NamespaceLifecycle
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
        - --disable-admission-plugins=DefaultStorageClass
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import listed

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KCV-0015",
        "kubernetes-ensure-admission-control-plugin-namespace-lifecycle-is-set",
        "AVD-KCV-0015",
        "KCV0015",
        "ensure-admission-control-plugin-namespace-lifecycle-is-set",
        "1ffe7bf7-563b-4b3d-a71d-ba6bd8d49b37",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["disable-admission-plugins"]
    if "NamespaceLifecycle" in listed(flag):
        yield rule.found(flag, f"{program} switches the admission plugin NamespaceLifecycle off")
