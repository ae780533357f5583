r"""Scheduler listens on all addresses of its node.

Its metrics and its health are nobody else's business, and every open port is one more way in.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.k8s.io/kube-scheduler:v1.31.4
      command:
        - kube-scheduler
        - --bind-address=0.0.0.0
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.k8s.io/kube-scheduler:v1.31.4
      command:
        - kube-scheduler
        - --bind-address=127.0.0.1
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/
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
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "CKV_K8S_115",
        "KCV-0041",
        "kubernetes-ensure-scheduler-bind-address-is-loopback",
        "AVD-KCV-0041",
        "KCV0041",
        "ensure-scheduler-bind-address-is-loopback",
        "46a2e9ec-6a5f-4faa-9d39-4ea44d5d87a2",
    ),
)


@rule.on("kube-scheduler")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["bind-address"]
    if flag.absent or (not flag.absent and not flag.unknown and not flag.equals("127.0.0.1")):
        yield rule.found(flag, f"{program} listens on all addresses of its node")
