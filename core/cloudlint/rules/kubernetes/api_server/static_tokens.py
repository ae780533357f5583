r"""API server checks tokens against a file.

The file holds tokens in clear, they never expire, and one that leaked is good until the server is restarted
with another file.

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
        - --token-auth-file=/etc/kubernetes/tokens.csv
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
        - --v=2
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.6.2",),
        "iso-27001": ("A.5.17",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(d)",),
    },
    aliases=(
        "CKV_K8S_70",
        "KCV-0002",
        "kubernetes-ensure-token-auth-file-parameter-is-not-set",
        "AVD-KCV-0002",
        "KCV0002",
        "ensure-token-auth-file-parameter-is-not-set",
        "32ecd76e-7bbf-402e-bf48-8b9485749558",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["token-auth-file"]
    if flag.text:
        yield rule.found(flag, f"{program} checks tokens against a file")
