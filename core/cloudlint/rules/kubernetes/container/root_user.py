r"""Container may run as root.

Unless a manifest says otherwise, the user is the one of the image, and most images say root. Root in a
container is the same user as root on the node: a flaw in the kernel or a careless mount is then enough to take
the node.

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
      securityContext: {} # to do
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
      securityContext: {runAsNonRoot: true} # to do
```
## Fix
Unsafe: an image whose user is root is refused from then on; build it with a user of its own.
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
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_23",
        "KSV-0012",
        "kubernetes-no-root",
        "AVD-KSV-0012",
        "KSV012",
        "no-root",
        "cf34805e-3872-4c08-bf92-6ff7bb0cfadb",
        "AC_K8S_0087",
        "AC-K8-IA-PO-H-0168",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        guarded, user = container.setting("runAsNonRoot"), container.setting("runAsUser")
        if guarded.unknown or guarded.equals(True) or user.unknown or (user.number or 0) > 0:
            continue
        place = user if user.equals(0) else guarded
        yield rule.found(place, f"{container} of {workload} may run as root", fix=guarded.set(True))
