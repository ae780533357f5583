r"""Container sees all of `/proc`.

Parts of `/proc` tell about the node and change it; the runtime hides them. With `procMount: Unmasked` they are
open to the program, and to whoever breaks into it.

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
        procMount: Unmasked
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
        procMount: Default
```
## Fix
Unsafe: a container that builds or runs containers itself may need the hidden parts.
## See
https://kubernetes.io/docs/concepts/security/pod-security-standards/
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
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=(
        "KSV-0027",
        "kubernetes-no-custom-proc-mask",
        "AVD-KSV-0027",
        "KSV027",
        "no-custom-proc-mask",
        "AC_K8S_0077",
        "AC-K8-IA-PO-M-0139",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        mount = container.value["securityContext.procMount"]
        if mount.equals("Unmasked"):
            yield rule.found(mount, f"{container} of {workload} sees all of /proc", fix=mount.set("Default"))
