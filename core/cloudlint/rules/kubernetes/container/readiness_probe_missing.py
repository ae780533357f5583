r"""Container does not tell when it can answer.

Requests are sent to a pod as soon as its process runs. Without a readiness probe users get errors while a new
version starts, and a pod that lost its database goes on getting requests.

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
      ports:
        - containerPort: 8080
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
      ports:
        - containerPort: 8080
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
```
## Fix
What shows that the program is well, only its author knows.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CP-10",),
        "iso-27001": ("A.8.14",),
        "soc-2": ("A1.2",),
    },
    aliases=(
        "CKV_K8S_9",
        "a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3",
        "8657197e-3f87-4694-892b-8144701d83c1",
        "AC_K8S_0072",
        "AC-K8-OE-PO-L-0130",
    ),
    default=False,
)


@rule.on("DaemonSet", "Deployment", "Pod", "PodTemplate", "ReplicaSet", "ReplicationController", "StatefulSet")
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload, passing=False):
        probe = container.value["readinessProbe"]
        if probe.absent:
            yield rule.found(probe, f"{container} of {workload} has no readiness probe")
