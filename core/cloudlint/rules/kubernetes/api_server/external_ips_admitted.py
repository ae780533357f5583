r"""API server lets services take traffic for any address.

Kubernetes sends traffic for an external address to whichever service claims it, also where it belongs to
somebody else (CVE-2020-8554).

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
        - --disable-admission-plugins=DenyServiceExternalIPs
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
        - --enable-admission-plugins=DenyServiceExternalIPs
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import listed

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "KCV-0003",
        "kubernetes-Ensure-deny-service-external-ips-is-not-set",
        "AVD-KCV-0003",
        "KCV0003",
        "Ensure-deny-service-external-ips-is-not-set",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["disable-admission-plugins"]
    if "DenyServiceExternalIPs" in listed(flag):
        yield rule.found(flag, f"{program} lets services take traffic for any address")
