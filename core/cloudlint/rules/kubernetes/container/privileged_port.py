r"""Container listens on a port below 1024.

Only root, or a process with a capability of root, may listen there. A service that listens on a high port
behind a Service on port 80 needs neither.

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
        - containerPort: 80
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
```
## Fix
The program decides on which port it listens; changing the manifest alone would cut it off.
## See
https://kubernetes.io/docs/concepts/services-networking/service/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "KSV-0117",
        "kubernetes-no-privilege-port-binding",
        "AVD-KSV-0117",
        "KSV117",
        "no-privilege-port-binding",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        for port in container.value.blocks("ports"):
            number = port["containerPort"]
            if number.number is not None and 0 < number.number < 1024:
                yield rule.found(number, f"{container} of {workload} listens on port {number.text}")
