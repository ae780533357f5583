r"""Controller manager keeps thousands of ended pods.

Without a threshold of your own, 12,500 ended pods are kept, which makes every list of pods slow.

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
        - --v=2
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
        - --terminated-pod-gc-threshold=1000
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
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=(
        "CKV_K8S_106",
        "KCV-0033",
        "kubernetes-ensure-terminated-pod-gc-threshold-argument-is-set-as-appropriate",
        "AVD-KCV-0033",
        "KCV0033",
        "ensure-terminated-pod-gc-threshold-argument-is-set-as-appropriate",
        "49113af4-29ca-458e-b8d4-724c01a4a24f",
    ),
    default=False,
)


@rule.on("kube-controller-manager")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["terminated-pod-gc-threshold"]
    if flag.absent or flag.equals(""):
        yield rule.found(flag, f"{program} keeps thousands of ended pods")
