r"""Controller manager does not renew the certificates of kubelets.

A certificate that runs out cuts its node off; one that never changes is good for whoever stole it.

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
        - --feature-gates=RotateKubeletServerCertificate=false
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
        - --feature-gates=RotateKubeletServerCertificate=true
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
        "KCV-0038",
        "kubernetes-Ensure that the RotateKubeletServerCertificate argument is set to true",
        "AVD-KCV-0038",
        "KCV0038",
        "1c621b8e-2c6a-44f5-bd6a-fb0fb7ba33e2",
        "CKV_K8S_112",
    ),
)


@rule.on("kube-controller-manager")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["feature-gates"].entry("RotateKubeletServerCertificate")
    if flag.equals(False):
        yield rule.found(flag, f"{program} does not renew the certificates of kubelets")
