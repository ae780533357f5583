r"""`etcd` has no certificate.

Clients send and get everything the cluster knows, secrets included, as it is.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:v1.31.4
      command:
        - etcd
        - --cert-file=/etc/kubernetes/pki/server.crt
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:v1.31.4
      command:
        - etcd
        - --cert-file=/etc/kubernetes/pki/server.crt
        - --key-file=/etc/kubernetes/pki/server.key
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://etcd.io/docs/v3.5/op-guide/security/
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
        "CKV_K8S_116",
        "KCV-0042",
        "kubernetes-Ensure-cert-file-and-key-file-arguments-are-set-as-appropriate",
        "AVD-KCV-0042",
        "KCV0042",
        "Ensure-cert-file-and-key-file-arguments-are-set-as-appropriate",
        "075ca296-6768-4322-aea2-ba5063b969a9",
    ),
)


@rule.on("etcd")
def check(program: Resource) -> Iterator[Finding]:
    for name in ("cert-file", "key-file"):
        flag = program[name]
        if flag.absent or flag.equals(""):
            yield rule.found(flag, f"{program} has no certificate (`--{name}` is not set)")
            return
