r"""Kubelet drops events.

Above the limit events are thrown away, among them those that would have told about an attack.

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
        - --event-qps=1
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
        - --event-qps=5
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
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "pci-dss-4.0": ("10.2.1",),
        "iso-27001": ("A.8.15",),
        "soc-2": ("CC7.2",),
        "hipaa": ("164.312(b)",),
    },
    aliases=(
        "KCV-0087",
        "kubernetes-ensure-event-qps argument-set-0-or-level-forappropriate-event-capture",
        "AVD-KCV-0087",
        "KCV0087",
        "ensure-event-qps argument-set-0-or-level-forappropriate-event-capture",
        "1a07a446-8e61-4e4d-bc16-b0781fcb8211",
    ),
)


@rule.on("kubelet")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["event-qps"]
    if flag.number is not None and 0 < flag.number < 5:
        yield rule.found(flag, f"{program} drops events above {flag.text} a second")
