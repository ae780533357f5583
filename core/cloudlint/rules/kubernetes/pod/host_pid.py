r"""Pod sees the processes of its node.

A process in such a pod can list every process of the node, read their environment with the secrets in it, and
signal or trace them. With little more it leaves its container altogether.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostPID: true # for the debugger
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostPID: false # for the debugger
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Fix
Unsafe: a monitoring agent that reads the processes of the node stops seeing them.
## See
https://kubernetes.io/docs/concepts/security/pod-security-standards/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod_spec

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "CKV_K8S_17",
        "KSV-0010",
        "kubernetes-no-host-pid",
        "AVD-KSV-0010",
        "KSV010",
        "no-host-pid",
        "302736f4-b16c-41b8-befe-c0baffa0bd9d",
        "587d5d82-70cf-449b-9817-f60f9bccb88c",
        "AC_K8S_0082",
        "AC-K8-IA-PO-M-0162",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    shared = pod_spec(workload)["hostPID"]
    if shared.equals(True):
        yield rule.found(shared, f"{workload} sees the processes of its node", fix=shared.set(False))
