r"""Kubelet goes by another name than its node.

Certificates and the bounds of the node authorizer go by that name: a wrong one makes them refuse, or hold for
another node.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kubelet
  namespace: kube-system
spec:
  containers:
    - name: kubelet
      image: registry.k8s.io/kubelet:v1.31.4
      command:
        - kubelet
        - --hostname-override=node-1
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kubelet
  namespace: kube-system
spec:
  containers:
    - name: kubelet
      image: registry.k8s.io/kubelet:v1.31.4
      command:
        - kubelet
        - --v=2
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

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
        "CKV_K8S_146",
        "KCV-0086",
        "kubernetes-ensure-hostname-override-argument-not-set",
        "AVD-KCV-0086",
        "KCV0086",
        "ensure-hostname-override-argument-not-set",
        "bf36b900-b5ef-4828-adb7-70eb543b7cfb",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["hostname-override"]
    if flag.text:
        yield rule.found(flag, f"{program} goes by another name than its node")
