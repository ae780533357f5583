r"""Pod mounts a folder of its node.

What the pod writes there stays on the node and is seen by others; what others wrote there, the pod trusts. Such
a volume also ties a pod to the node that it happens to run on.

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
  volumes:
    - name: data
      hostPath:
        path: /srv/data
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
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
```
## Fix
What is kept in the folder has to be moved first, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod_spec

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
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
        "KSV-0023",
        "kubernetes-no-mounted-hostpath",
        "AVD-KSV-0023",
        "KSV023",
        "no-mounted-hostpath",
        "aa8f7a35-9923-4cad-bd61-a19b7f6aac91",
        "86a947ea-f577-4efb-a8b0-5fc00257d521",
        "AC_K8S_0076",
        "AC-K8-IA-PO-H-0138",
        "KSV-0121",
        "kubernetes-no-k8s-with-disallowed-volumes",
        "AVD-KSV-0121",
        "KSV121",
        "no-k8s-with-disallowed-volumes",
        "AC_K8S_0081",
        "AC-K8-IA-PO-M-0143",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    if workload["metadata.namespace"].equals("kube-system"):
        return
    for volume in pod_spec(workload).blocks("volumes"):
        folder = volume["hostPath"]
        if not folder.absent and not folder.unknown:
            path = folder["path"]
            yield rule.found(folder if path.absent else path, f"{workload} mounts a folder of its node")
