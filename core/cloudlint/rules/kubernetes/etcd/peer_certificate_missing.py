r"""`etcd` talks to its peers without a certificate.

Between the members of `etcd` everything the cluster knows passes as it is.

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
        - --peer-cert-file=/etc/kubernetes/pki/server.crt
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
        - --peer-cert-file=/etc/kubernetes/pki/server.crt
        - --peer-key-file=/etc/kubernetes/pki/server.key
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
        "CKV_K8S_119",
        "KCV-0045",
        "kubernetes-ensure-peer-cert-file-and-peer-key-file-arguments-are-set-as-appropriate",
        "AVD-KCV-0045",
        "KCV0045",
        "ensure-peer-cert-file-and-peer-key-file-arguments-are-set-as-appropriate",
        "09bb9e96-8da3-4736-b89a-b36814acca60",
    ),
)


@rule.on("etcd")
def check(program: Resource) -> Iterator[Finding]:
    for name in ("peer-cert-file", "peer-key-file"):
        flag = program[name]
        if flag.absent or flag.equals(""):
            yield rule.found(flag, f"{program} talks to its peers without a certificate (`--{name}` is not set)")
            return
