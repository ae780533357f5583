r"""API server does not check the certificates of kubelets.

Somebody between the two can play the kubelet, and read what is sent to a pod.

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
        - --v=2
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
        - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt
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

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "pci-dss-4.0": ("4.2.1",),
        "iso-27001": ("A.8.24",),
        "soc-2": ("CC6.7",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "CKV_K8S_73",
        "KCV-0006",
        "kubernetes-ensure-kubelet-certificate-authority-argument-is-set",
        "AVD-KCV-0006",
        "KCV0006",
        "ensure-kubelet-certificate-authority-argument-is-set",
        "ec18a0d3-0069-4a58-a7fb-fbfe0b4bbbe0",
    ),
    default=False,
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["kubelet-certificate-authority"]
    if flag.absent or flag.equals(""):
        yield rule.found(flag, f"{program} does not check the certificates of kubelets")
