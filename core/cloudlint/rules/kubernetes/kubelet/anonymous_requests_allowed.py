r"""Kubelet answers callers without credentials.

Whoever reaches port 10250 of a node then runs commands in its pods and reads their logs.

## Bad
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
```
## Good
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
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
        "CKV_K8S_138",
        "KCV-0079",
        "kubernetes-disable-anonymous-requests-kubelet-server.",
        "AVD-KCV-0079",
        "KCV0079",
        "disable-anonymous-requests-kubelet-server.",
        "1de5cc51-f376-4638-a940-20f2e85ae238",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["anonymous-auth"]
    if flag.text is not None and not flag.equals("false"):
        yield rule.found(flag, f"{program} answers callers without credentials")
