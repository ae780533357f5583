r"""All controllers share one set of credentials.

With an account for each controller the audit log tells them apart, and each has the rights that it needs.

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
        - --use-service-account-credentials=false
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
        - --use-service-account-credentials=true
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
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_108",
        "KCV-0035",
        "kubernetes-ensure-use-service-account-credentials-argument-is-set-to-true",
        "AVD-KCV-0035",
        "KCV0135",
        "ensure-use-service-account-credentials-argument-is-set-to-true",
        "1acd93f1-5a37-45c0-aaac-82ece818be7d",
    ),
)


@rule.on("kube-controller-manager")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["use-service-account-credentials"]
    if flag.absent or (not flag.absent and not flag.unknown and not flag.equals("true")):
        yield rule.found(flag, f"{program} uses one set of credentials for all controllers")
