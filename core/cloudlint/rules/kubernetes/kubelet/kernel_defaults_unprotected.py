r"""Kubelet changes settings of the kernel that differ from its own.

Settings that somebody hardened are turned back at the next start, and nobody is told.

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
        - --protect-kernel-defaults=false
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
        - --protect-kernel-defaults=true
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
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
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_K8S_144",
        "KCV-0083",
        "kubernetes-ensure-protect-kernel-defaults-set-true",
        "AVD-KCV-0083",
        "KCV0083",
        "ensure-protect-kernel-defaults-set-true",
        "6cf42c97-facd-4fda-b8af-ea4529123355",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["protect-kernel-defaults"]
    if flag.text is not None and not flag.equals("true"):
        yield rule.found(flag, f"{program} changes settings of the kernel")
