r"""Kubelet does not keep the rules of the firewall of its node.

Rules made by hand and those of pods drift apart, until something is open that should not be.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kubelet
  namespace: kube-system
spec:
  containers:
    - name: kubelet
      image: registry.k8s.io/kubelet:v1.31.4
      command:
        - kubelet
        - --make-iptables-util-chains=false
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kubelet
  namespace: kube-system
spec:
  containers:
    - name: kubelet
      image: registry.k8s.io/kubelet:v1.31.4
      command:
        - kubelet
        - --make-iptables-util-chains=true
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
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
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "CKV_K8S_145",
        "KCV-0084",
        "kubernetes-ensure-make-iptables-util-chains-argument-set-true",
        "AVD-KCV-0084",
        "KCV0084",
        "ensure-make-iptables-util-chains-argument-set-true",
        "5f89001f-6dd9-49ff-9b15-d8cd71b617f4",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["make-iptables-util-chains"]
    if flag.text is not None and not flag.equals("true"):
        yield rule.found(flag, f"{program} does not keep the rules of the firewall of its node")
