r"""Pod uses the network of its node.

The pod listens on the addresses of the node, reaches services that trust the node, such as the metadata service
of the cloud, and is not bound by network policies.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostNetwork: true # for the debugger
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
  hostNetwork: false # for the debugger
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Fix
Unsafe: the pod gets an address of its own, so that whoever calls the address of the node no longer reaches it.
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
        "CKV_K8S_19",
        "KSV-0009",
        "kubernetes-no-host-network",
        "AVD-KSV-0009",
        "KSV009",
        "no-host-network",
        "6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a",
        "ac1564a3-c324-4747-9fa1-9dfc234dace0",
        "AC_K8S_0084",
        "AC-K8-NS-PO-M-0164",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    shared = pod_spec(workload)["hostNetwork"]
    if shared.equals(True):
        yield rule.found(shared, f"{workload} uses the network of its node", fix=shared.set(False))
