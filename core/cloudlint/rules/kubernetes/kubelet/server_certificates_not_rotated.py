r"""Kubelet does not renew the certificates of kubelets.

A certificate that runs out cuts its node off; one that never changes is good for whoever stole it.

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
        - --feature-gates=RotateKubeletServerCertificate=false
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
        - --feature-gates=RotateKubeletServerCertificate=true
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
        "CKV_K8S_112",
        "KCV-0091",
        "kubernetes-ensure-rotate-kubelet-server-certificate-argument-set-true",
        "AVD-KCV-0091",
        "KCV0091",
        "ensure-rotate-kubelet-server-certificate-argument-set-true",
        "1c621b8e-2c6a-44f5-bd6a-fb0fb7ba33e2",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["feature-gates"].entry("RotateKubeletServerCertificate")
    if flag.equals(False):
        yield rule.found(flag, f"{program} does not renew the certificates of kubelets")
