r"""API server shows etcd no certificate.

Then etcd cannot tell it from others, and must answer whoever asks; it holds every secret of the cluster.

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
        - --etcd-certfile=/etc/kubernetes/pki/server.crt
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
        - --etcd-certfile=/etc/kubernetes/pki/server.crt
        - --etcd-keyfile=/etc/kubernetes/pki/server.key
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
        "CKV_K8S_99",
        "KCV-0026",
        "kubernetes-ensure-etcd-certfile-and-etcd-keyfile-arguments-are-set-as-appropriate",
        "AVD-KCV-0026",
        "KCV0026",
        "ensure-etcd-certfile-and-etcd-keyfile-arguments-are-set-as-appropriate",
        "3f5ff8a7-5ad6-4d02-86f5-666307da1b20",
        "895a5a95-3756-4b04-9924-2f3bc93181bd",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    for name in ("etcd-certfile", "etcd-keyfile"):
        flag = program[name]
        if flag.absent or flag.equals(""):
            yield rule.found(flag, f"{program} shows etcd no certificate (`--{name}` is not set)")
            return
