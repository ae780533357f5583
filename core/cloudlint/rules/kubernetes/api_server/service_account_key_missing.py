r"""API server has no key of its own for service accounts.

It then checks tokens with the key of its certificate: changing one means changing the other, so that neither
is.

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
        - --service-account-key-file=/etc/kubernetes/pki/sa.pub
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
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.6.2",),
        "iso-27001": ("A.5.17",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(d)",),
    },
    aliases=(
        "CKV_K8S_97",
        "KCV-0025",
        "kubernetes-ensure-service-account-key-file-argument-is-set-as-appropriate",
        "AVD-KCV-0025",
        "KCV0025",
        "ensure-service-account-key-file-argument-is-set-as-appropriate",
        "dab4ec72-ce2e-4732-b7c3-1757dcce01a1",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["service-account-key-file"]
    if flag.absent or flag.equals(""):
        yield rule.found(flag, f"{program} has no key of its own for service accounts")
