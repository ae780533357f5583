r"""API server stores secrets as they are.

Whoever gets at the disk or a backup of etcd reads every secret of the cluster.

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
        - --encryption-provider-config=/etc/kubernetes/encryption.yaml
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
            "SC-28",
            "SC-28(1)",
        ),
        "pci-dss-4.0": ("3.5.1",),
        "iso-27001": ("A.8.24",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_K8S_104",
        "KCV-0030",
        "kubernetes-Ensure that the --encryption-provider-config argument is set as appropriate",
        "AVD-KCV-0030",
        "KCV0030",
        "Ensure that the --encryption-provider-config argument is set as appropriate",
        "cbd2db69-0b21-4c14-8a40-7710a50571a9",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["encryption-provider-config"]
    if flag.absent or flag.equals(""):
        yield rule.found(flag, f"{program} stores secrets as they are")
