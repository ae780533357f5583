r"""API server admits pods whatever their security context says.

Neither this plugin nor pod security policies hold pods in. Both are gone in newer versions; there
`PodSecurity`, which is on by itself, takes their place.

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
        - --enable-admission-plugins=NodeRestriction
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
        - --enable-admission-plugins=NodeRestriction,SecurityContextDeny
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import listed

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_81",
        "KCV-0013",
        "kubernetes-ensure-admission-control-plugin-security-context-deny-is-set-if-pod-security-policy-is-not-used",
        "AVD-KCV-0013",
        "KCV0013",
        "ensure-admission-control-plugin-security-context-deny-is-set-if-pod-security-policy-is-not-used",
        "6a68bebe-c021-492e-8ddb-55b0567fb768",
    ),
    default=False,
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["enable-admission-plugins"]
    if not flag.unknown and not {"SecurityContextDeny", "PodSecurityPolicy"}.intersection(listed(flag)):
        yield rule.found(flag, f"{program} does not use the admission plugin SecurityContextDeny")
