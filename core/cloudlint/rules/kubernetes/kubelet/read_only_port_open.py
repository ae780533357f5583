r"""Kubelet tells everybody about its pods.

On the read-only port nobody is asked who they are: names, settings and the environment of pods are there to
read.

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
        - --read-only-port=10255
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
        - --read-only-port=0
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
            "AC-3",
            "AC-6",
        ),
        "pci-dss-4.0": ("7.2.1",),
        "iso-27001": ("A.8.3",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(a)(1)",),
    },
    aliases=(
        "CKV_K8S_141",
        "KCV-0082",
        "kubernetes-verify-read-only-port-argument-set-0",
        "AVD-KCV-0082",
        "KCV0082",
        "verify-read-only-port-argument-set-0",
        "2940d48a-dc5e-4178-a3f8-bfbd80720b41",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["read-only-port"]
    if flag.text is not None and not flag.equals("0"):
        yield rule.found(flag, f"{program} tells everybody about its pods")
