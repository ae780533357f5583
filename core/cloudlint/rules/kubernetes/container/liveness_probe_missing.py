r"""Container does not tell when it is stuck.

A process that hangs still runs, so that nothing starts it anew until somebody notices. A liveness probe
notices.

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
      livenessProbe:
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
        "CKV_K8S_8",
        "ade74944-a674-4e00-859e-c6eab5bde441",
        "5b6d53dd-3ba3-4269-b4d7-f82e880e43c3",
        "AC_K8S_0070",
        "AC-K8-OE-PO-L-0129",
    ),
    default=False,
)


@rule.on("DaemonSet", "Deployment", "Pod", "PodTemplate", "ReplicaSet", "ReplicationController", "StatefulSet")
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload, passing=False):
        probe = container.value["livenessProbe"]
        if probe.absent:
            yield rule.found(probe, f"{container} of {workload} has no liveness probe")
