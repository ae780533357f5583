r"""Pod sets SELinux options of its own.

The user and role of SELinux, and most types, decide what a process may touch on its node. A pod that sets them
can leave the bounds that every other pod has.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    seLinuxOptions:
      type: spc_t
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
  securityContext:
    seLinuxOptions:
      type: container_t
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Fix
Which type the node knows that is narrow enough is not written here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/pod-security-standards/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_spec

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
        "KSV-0025",
        "kubernetes-no-custom-selinux-options",
        "AVD-KSV-0025",
        "KSV025",
        "no-custom-selinux-options",
    ),
)

TYPES = ("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    contexts = [pod_spec(workload)["securityContext"], *(item.own_context for item in containers(workload))]
    for context in contexts:
        options = context["seLinuxOptions"]
        kind = options["type"]
        if kind.text is not None and not kind.one_of(TYPES):
            yield rule.found(kind, f"{workload} runs as the SELinux type {kind.text}")
        for name in ("user", "role"):
            value = options[name]
            if value.text:
                yield rule.found(value, f"{workload} sets the SELinux {name} {value.text}")
