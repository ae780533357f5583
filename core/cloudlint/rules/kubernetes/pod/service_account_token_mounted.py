r"""Pod gets a token for the Kubernetes API that it may not need.

Unless told otherwise, each pod holds a token of its service account. Few programs ever call the API; whoever
breaks into one that does not still finds the key to it.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
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
  containers:
    - name: web
      image: registry.example.com/web:1.4
  automountServiceAccountToken: false
```
## Fix
Unsafe: a program that does call the Kubernetes API fails.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod_spec

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_38",
        "48471392-d4d0-47c0-b135-cdec95eb3eef",
        "a9a13d4f-f17a-491b-b074-f54bffffcb4a",
        "AC_K8S_0045",
        "AC-K8-IA-PO-M-0105",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    spec = pod_spec(workload)
    mounted = spec["automountServiceAccountToken"]
    if mounted.absent or mounted.equals(True):
        account = spec["serviceAccountName"].text
        for other in workload.graph.of("ServiceAccount"):
            off = other["automountServiceAccountToken"].equals(False)
            if off and mounted.absent and other["metadata.name"].text == account:
                return
        yield rule.found(mounted, f"{workload} gets a token for the Kubernetes API", fix=mounted.set(False))
