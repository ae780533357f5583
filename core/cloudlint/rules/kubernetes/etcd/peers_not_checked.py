r"""`etcd` takes in peers without a certificate.

Whoever reaches the port becomes a member and gets everything the cluster knows.

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
        - --peer-client-cert-auth=false
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
        - --peer-client-cert-auth=true
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
        "CKV_K8S_121",
        "KCV-0046",
        "kubernetes-ensure-peer-client-cert-auth-argument-is-set-to-true",
        "AVD-KCV-0046",
        "KCV0046",
        "ensure-peer-client-cert-auth-argument-is-set-to-true",
        "b7d0181d-0a9b-4611-9d1c-1ad4f0b620ff",
    ),
)


@rule.on("etcd")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["peer-client-cert-auth"]
    if flag.absent or (not flag.absent and not flag.unknown and not flag.equals("true")):
        yield rule.found(flag, f"{program} takes in peers without a certificate")
