r"""Container has no security context.

Without one, the container runs with what the image says and the runtime gives: mostly as root, with
capabilities and a writable file system. Nobody decided that this is what it needs.

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
      env: [] # none yet
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
      env: [] # none yet
      securityContext:
        allowPrivilegeEscalation: false
```
## Fix
Unsafe: a program that changes its user with `sudo` or the like fails. What else the container can do without is
for its author to say.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
        "CKV_K8S_30",
        "KSV-0118",
        "kubernetes-no-default-security-context",
        "AVD-KSV-0118",
        "KSV118",
        "no-default-security-context",
        "a97a340a-0063-418e-b3a1-3028941d0995",
        "ad69e38a-d92e-4357-a8da-f2f29d545883",
        "AC_K8S_0064",
        "AC-K8-NS-PO-M-0122",
        "CKV_K8S_29",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        context = container.own_context
        if context.absent:
            yield rule.found(
                context,
                f"{container} of {workload} has no security context",
                fix=container.value.add("securityContext", {"allowPrivilegeEscalation": False}),
            )
