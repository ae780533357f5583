r"""Container runs in the root group.

Much in images and on nodes belongs to group 0 and is open to it. A process in that group reads and changes what
it was not meant to.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    runAsGroup: 0
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
    runAsGroup: 10001
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Fix
Which group owns the files is not written here, so that no edit is offered.
## See
https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_spec

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "KSV-0116",
        "kubernetes-primary-supplementary-gid",
        "AVD-KSV-0116",
        "KSV116",
        "primary-supplementary-gid",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    context = pod_spec(workload)["securityContext"]
    groups = [context["runAsGroup"], context["fsGroup"], *context["supplementalGroups"].items()]
    groups += [container.value["securityContext.runAsGroup"] for container in containers(workload)]
    for group in groups:
        if group.equals(0):
            yield rule.found(group, f"{workload} runs in the root group")
