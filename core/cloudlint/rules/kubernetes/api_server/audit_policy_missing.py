r"""API server has no audit policy.

Without a policy nothing is written to the audit log, even where one is set up.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.4
      command:
        - kube-apiserver
        - --v=2
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.4
      command:
        - kube-apiserver
        - --audit-policy-file=/etc/kubernetes/audit-policy.yaml
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
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
            "AU-2",
            "AU-12",
        ),
        "pci-dss-4.0": ("10.2.1",),
        "iso-27001": ("A.8.15",),
        "soc-2": ("CC7.2",),
        "hipaa": ("164.312(b)",),
    },
    aliases=("13a49a2e-488e-4309-a7c0-d6b05577a5fb",),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["audit-policy-file"]
    if flag.absent or flag.equals(""):
        yield rule.found(flag, f"{program} has no audit policy")
