r"""Image may come from the cache of the node.

Where an image lies on the node already, it is started without asking the registry: a pod without the right to
pull it runs it all the same, and a tag that was moved since is not noticed.

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
      imagePullPolicy: IfNotPresent # faster
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
      imagePullPolicy: Always # faster
```
## Fix
Unsafe: pods do not start while the registry cannot be reached.
## See
https://kubernetes.io/docs/concepts/containers/images/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, image_parts

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_15",
        "caa3479d-885d-4882-9aac-95e5e78ef5c2",
        "aa737abf-6b1d-4aba-95aa-5c160bd7f96e",
        "AC_K8S_0021",
        "AC-K8-OE-PK-M-0034",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        policy = container.value["imagePullPolicy"]
        if policy.unknown or policy.equals("Always"):
            continue
        if policy.absent:
            name = container.image.text
            if name is None or (not image_parts(name)[2] and image_parts(name)[1] in ("", "latest")):
                continue  # Kubernetes then always asks the registry
        message = f"{container} of {workload} may start an image from the cache of its node"
        yield rule.found(policy, message, fix=policy.set("Always"))
