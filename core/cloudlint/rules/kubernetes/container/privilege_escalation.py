r"""Container may gain more privileges than it was started with.

A program with the set-user-id bit, such as `sudo`, makes a process root although the container was started as
somebody else. Nothing that runs as a service needs that, and attackers look for it first.

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
      securityContext: # see the hardening guide
        runAsNonRoot: true
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
      securityContext: # see the hardening guide
        runAsNonRoot: true
        allowPrivilegeEscalation: false
```
## Fix
Unsafe: a program that changes its user with `sudo` or the like fails.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:L/I:L/A:L",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_20",
        "KSV-0001",
        "kubernetes-no-self-privesc",
        "AVD-KSV-0001",
        "KSV001",
        "no-self-privesc",
        "5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d",
        "c878abb4-cca5-4724-92b9-289be68bd47c",
        "AC_K8S_0085",
        "AC-K8-CA-PO-H-0165",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        context = container.own_context
        allowed, privileged = context["allowPrivilegeEscalation"], context["privileged"].equals(True)
        if allowed.absent or allowed.equals(True):
            message = f"{container} of {workload} may gain more privileges than it was started with"
            # Kubernetes refuses `false` for a privileged container: that has to go first.
            yield rule.found(allowed, message, fix=None if privileged else allowed.set(False))
