r"""Controller manager tells how it works inside.

The profiles of a running controller manager tell about its memory and its callers, and making one costs time
that others wait for. It is on unless switched off.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.k8s.io/kube-controller-manager:v1.31.4
      command:
        - kube-controller-manager
        - --profiling=true
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
  namespace: kube-system
spec:
  containers:
    - name: kube-controller-manager
      image: registry.k8s.io/kube-controller-manager:v1.31.4
      command:
        - kube-controller-manager
        - --profiling=false
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
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
            "AC-3",
            "AC-6",
        ),
        "pci-dss-4.0": ("7.2.1",),
        "iso-27001": ("A.8.3",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(a)(1)",),
    },
    aliases=(
        "CKV_K8S_107",
        "KCV-0034",
        "kubernetes-ensure-profiling-argument-is-set-to-false",
        "AVD-KCV-0034",
        "KCV0034",
        "ensure-profiling-argument-is-set-to-false",
        "ensure-controller-manager-profiling-argument-set-to-false",
        "2f491173-6375-4a84-b28e-a4e2b9a58a69",
    ),
    default=False,
)


@rule.on("kube-controller-manager")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["profiling"]
    if flag.absent or (not flag.absent and not flag.unknown and not flag.equals("false")):
        yield rule.found(flag, f"{program} answers requests for profiles")
