r"""Kubelet has no certificate that can be checked.

It makes one on the spot, so that the API server cannot tell it from somebody in between.

## Bad
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCertFile: /var/lib/kubelet/server.crt
```
## Good
```kubernetes
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCertFile: /var/lib/kubelet/server.crt
tlsPrivateKeyFile: /var/lib/kubelet/server.key
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
        "CKV_K8S_148",
        "KCV-0088",
        "kubernetes-ensure-tls-cert-file-argument-set-appropriate",
        "AVD-KCV-0088",
        "KCV0088",
        "ensure-tls-cert-file-argument-set-appropriate",
        "KCV-0089",
        "kubernetes-ensure-tls-key-file-argument-set-appropriate",
        "AVD-KCV-0089",
        "KCV0089",
        "ensure-tls-key-file-argument-set-appropriate",
    ),
    default=False,
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    for name in ("tls-cert-file", "tls-private-key-file"):
        flag = program[name]
        if flag.absent or flag.equals(""):
            yield rule.found(flag, f"{program} has no certificate that can be checked (`--{name}` is not set)")
            return
