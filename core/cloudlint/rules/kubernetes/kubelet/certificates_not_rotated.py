r"""Kubelet does not renew its certificate.

A certificate that runs out cuts the node off; one that never changes is good for whoever stole it.

## Bad
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: false
```
## Good
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true
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
        "CKV_K8S_149",
        "KCV-0090",
        "kubernetes-ensure-rotate-certificates-argument-set-false",
        "AVD-KCV-0090",
        "KCV0090",
        "ensure-rotate-certificates-argument-set-false",
        "52d70f2e-3257-474c-b3dc-8ad9ba6a061a",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["rotate-certificates"]
    if flag.absent or (not flag.absent and not flag.unknown and not flag.equals("true")):
        yield rule.found(flag, f"{program} does not renew its certificate")
