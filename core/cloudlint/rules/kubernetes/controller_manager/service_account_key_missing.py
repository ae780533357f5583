r"""Controller manager has no key of its own for service accounts.

Tokens of service accounts are signed with a key that serves something else as well, which then is never
changed.

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
        - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
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
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.6.2",),
        "iso-27001": ("A.5.17",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(d)",),
    },
    aliases=(
        "CKV_K8S_110",
        "KCV-0036",
        "kubernetes-ensure-service-account-private-key-file-argument-is-set-as-appropriate",
        "AVD-KCV-0036",
        "KCV0036",
        "ensure-service-account-private-key-file-argument-is-set-as-appropriate",
        "ccc98ff7-68a7-436e-9218-185cb0b0b780",
    ),
)


@rule.on("kube-controller-manager")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["service-account-private-key-file"]
    if flag.absent or (flag.text is not None and not flag.text.endswith((".crt", ".key", ".pem", ".pub"))):
        yield rule.found(flag, f"{program} has no key of its own for service accounts")
