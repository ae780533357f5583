r"""`etcd` makes its own certificate for clients.

Nobody can check a certificate that was made on the spot, so that nobody does.

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
        - --auto-tls=true
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
        - --auto-tls=false
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
        "CKV_K8S_118",
        "KCV-0044",
        "kubernetes-ensure-auto-tls-argument-is-not-set-to-true",
        "AVD-KCV-0044",
        "KCV0044",
        "ensure-auto-tls-argument-is-not-set-to-true",
        "98ce8b81-7707-4734-aa39-627c6db3d84b",
    ),
)


@rule.on("etcd")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["auto-tls"]
    if flag.text is not None and not flag.equals("false"):
        yield rule.found(flag, f"{program} makes its own certificate for clients")
