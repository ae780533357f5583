r"""Pod shares the inter-process memory of its node.

Shared memory and semaphores of everything else on the node can be read and written from the pod, also by
whoever breaks into it.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostIPC: true # for the debugger
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
  hostIPC: false # for the debugger
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Fix
Unsafe: programs that talk to processes of the node through shared memory lose them.
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
        "CKV_K8S_18",
        "KSV-0008",
        "kubernetes-no-shared-ipc-namespace",
        "AVD-KSV-0008",
        "KSV008",
        "no-shared-ipc-namespace",
        "cd290efd-6c82-4e9d-a698-be12ae31d536",
        "e94d3121-c2d1-4e34-a295-139bfeb73ea3",
        "AC_K8S_0083",
        "AC-K8-NS-PO-M-0163",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    shared = pod_spec(workload)["hostIPC"]
    if shared.equals(True):
        yield rule.found(shared, f"{workload} shares the inter-process memory of its node", fix=shared.set(False))
