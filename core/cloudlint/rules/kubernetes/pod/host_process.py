r"""Windows container runs as a process of its node.

A host process container has no walls: it is a program on the Windows node, with the rights of the account that
it runs as.

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
      securityContext:
        windowsOptions:
          hostProcess: true
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
      securityContext:
        windowsOptions:
          hostProcess: false
```
## Fix
Unsafe: an agent that manages the node loses its rights on it.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_spec

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
        "KSV-0103",
        "kubernetes-no-hostprocess-containers",
        "AVD-KSV-0103",
        "KSV103",
        "no-hostprocess-containers",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    contexts = [pod_spec(workload)["securityContext"], *(item.own_context for item in containers(workload))]
    for context in contexts:
        process = context["windowsOptions.hostProcess"]
        if process.equals(True):
            yield rule.found(process, f"{workload} runs as a process of its node", fix=process.set(False))
