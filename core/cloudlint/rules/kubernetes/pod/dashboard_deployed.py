r"""Kubernetes dashboard is deployed.

The dashboard shows and changes what its account may, to whoever reaches it. It has been the way into many
clusters, mostly with the rights of an administrator and without a password.

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
      image: kubernetesui/dashboard:v2.7.0
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
```
## Fix
Whether somebody uses it is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod

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
        "CKV_K8S_33",
        "d2ad057f-0928-41ef-a83c-f59203bb855b",
        "AC_K8S_0067",
        "AC-K8-DS-PO-M-0176",
    ),
)

IMAGES = ("kubernetes-dashboard", "kubernetesui")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        image = container.image
        if any(name in (image.text or "") for name in IMAGES):
            yield rule.found(image, f"{workload} runs the Kubernetes dashboard")
    for labels in (workload["metadata.labels"], pod(workload)["metadata.labels"]):
        for key in ("app", "k8s-app"):
            label = labels.entry(key)
            if label.equals("kubernetes-dashboard"):
                yield rule.found(label, f"{workload} is the Kubernetes dashboard")
                return
