r"""Controller manager gives pods no authority to check.

Pods that talk to the API server cannot tell it from somebody in between.

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
        - --root-ca-file=/etc/kubernetes/pki/ca.crt
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
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
        "CKV_K8S_111",
        "KCV-0037",
        "kubernetes-ensure-root-ca-file-argument-is-set-as-appropriate",
        "AVD-KCV-0037",
        "KCV0037",
        "ensure-root-ca-file-argument-is-set-as-appropriate",
        "05fb986f-ac73-4ebb-a5b2-7faafa93d882",
    ),
)


@rule.on("kube-controller-manager")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["root-ca-file"]
    if flag.absent or (flag.text is not None and not flag.text.endswith((".crt", ".key", ".pem", ".pub"))):
        yield rule.found(flag, f"{program} gives pods no authority to check the API server with")
