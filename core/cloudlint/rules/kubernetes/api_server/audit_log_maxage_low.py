r"""Audit log of the API server is kept for less than 30 days.

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
        - --audit-log-maxage=1
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
        - --audit-log-maxage=30
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
        "CKV_K8S_92",
        "KCV-0020",
        "kubernetes-ensure-audit-log-maxage-argument-is-set-to-30-or-as-appropriate",
        "AVD-KCV-0020",
        "KCV0020",
        "ensure-audit-log-maxage-argument-is-set-to-30-or-as-appropriate",
        "da9f3aa8-fbfb-472f-b5a1-576127944218",
    ),
    default=False,
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["audit-log-maxage"]
    if flag.absent or (flag.number is not None and flag.number < 30):
        yield rule.found(flag, f"{program} does not keep at least 30 days of its audit log")
