r"""Fewer than 10 files of the audit log of the API server are kept.

Most attacks are noticed weeks later. What was thrown away by then cannot tell how it began.

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
        - --audit-log-maxbackup=1
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
        - --audit-log-maxbackup=10
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

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("AU-11",),
        "pci-dss-4.0": ("10.5.1",),
        "iso-27001": ("A.8.15",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV_K8S_93",
        "KCV-0021",
        "kubernetes-ensure-audit-log-maxbackup-argument-is-set-to-10-or-as-appropriate",
        "AVD-KCV-0021",
        "KCV0021",
        "ensure-audit-log-maxbackup-argument-is-set-to-10-or-as-appropriate",
        "768aab52-2504-4a2f-a3e3-329d5a679848",
    ),
    default=False,
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["audit-log-maxbackup"]
    if flag.absent or (flag.number is not None and flag.number < 10):
        yield rule.found(flag, f"{program} does not keep at least 10 files of its audit log")
