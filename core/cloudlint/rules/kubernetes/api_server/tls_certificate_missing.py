r"""API server has no certificate.

It makes one that nobody can check, and clients learn to go on without checking.

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
        - --tls-cert-file=/etc/kubernetes/pki/server.crt
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
        - --tls-cert-file=/etc/kubernetes/pki/server.crt
        - --tls-private-key-file=/etc/kubernetes/pki/server.key
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
        "CKV_K8S_100",
        "KCV-0027",
        "kubernetes-ensure-tls-cert-file-and-tls-private-key-file-arguments-are-set-as-appropriate",
        "AVD-KCV-0027",
        "KCV0027",
        "ensure-tls-cert-file-and-tls-private-key-file-arguments-are-set-as-appropriate",
        "fa750c81-93c2-4fab-9c6d-d3fd3ce3b89f",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    for name in ("tls-cert-file", "tls-private-key-file"):
        flag = program[name]
        if flag.absent or flag.equals(""):
            yield rule.found(flag, f"{program} has no certificate of its own (`--{name}` is not set)")
            return
