r"""API server shows kubelets no certificate.

A kubelet cannot tell the API server from anybody else on the network: it must either refuse its requests or
answer everybody.

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
        - --kubelet-client-certificate=/etc/kubernetes/pki/server.crt
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
        - --kubelet-client-certificate=/etc/kubernetes/pki/server.crt
        - --kubelet-client-key=/etc/kubernetes/pki/server.key
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
        "CKV_K8S_72",
        "KCV-0005",
        "kubernetes-ensure-kubelet-client-certificate-and-kubelet-client-key-are-set",
        "AVD-KCV-0005",
        "KCV0005",
        "ensure-kubelet-client-certificate-and-kubelet-client-key-are-set",
        "36a27826-1bf5-49da-aeb0-a60a30c0e834",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    for name in ("kubelet-client-certificate", "kubelet-client-key"):
        flag = program[name]
        if flag.absent or flag.equals(""):
            yield rule.found(flag, f"{program} shows kubelets no certificate (`--{name}` is not set)")
            return
