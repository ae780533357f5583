r"""Kubelet cannot check the certificates of its clients.

Without an authority the kubelet cannot tell the API server from anybody else on the network.

## Bad
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
port: 10250
```
## Good
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
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
            "AC-3",
            "AC-6",
        ),
        "pci-dss-4.0": ("7.2.1",),
        "iso-27001": ("A.8.3",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(a)(1)",),
    },
    aliases=(
        "CKV_K8S_140",
        "KCV-0081",
        "kubernetes-ensure-client-ca-argument-set-appropriate",
        "AVD-KCV-0081",
        "KCV0081",
        "ensure-client-ca-argument-set-appropriate",
        "e0e00aba-5f1c-4981-a542-9a9563c0ee20",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["client-ca-file"]
    if flag.absent or flag.equals(""):
        yield rule.found(flag, f"{program} cannot check the certificates of its clients")
