r"""Kubelet keeps idle connections for ever.

Forgotten sessions of `kubectl exec` stay open to whoever sits down at the screen, and use up the node.

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
        - --streaming-connection-idle-timeout=0
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
        - --streaming-connection-idle-timeout=5m
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=(
        "CKV_K8S_143",
        "KCV-0085",
        "kubernetes-disable-timeouts-streaming-connections.",
        "AVD-KCV-0085",
        "KCV0085",
        "disable-timeouts-streaming-connections.",
        "ed89b97d-04e9-4fd4-919f-ee5b27e555e9",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["streaming-connection-idle-timeout"]
    if flag.one_of((0, "0s", "0m")):
        yield rule.found(flag, f"{program} keeps idle connections for ever")
