r"""`etcd` answers clients without a certificate.

Whoever reaches the port reads every secret of the cluster and writes whatever they like.

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
        - --client-cert-auth=false
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
        - --client-cert-auth=true
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
            "AC-3",
            "AC-6",
        ),
        "pci-dss-4.0": ("7.2.1",),
        "iso-27001": ("A.8.3",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(a)(1)",),
    },
    aliases=(
        "CKV_K8S_117",
        "KCV-0043",
        "kubernetes-ensure-client-cert-auth-argument-is-set-to-true",
        "AVD-KCV-0043",
        "KCV0043",
        "ensure-client-cert-auth-argument-is-set-to-true",
        "9391103a-d8d7-4671-ac5d-606ba7ccb0ac",
    ),
)


@rule.on("etcd")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["client-cert-auth"]
    if flag.absent or (not flag.absent and not flag.unknown and not flag.equals("true")):
        yield rule.found(flag, f"{program} answers clients without a certificate")
