r"""Image is not named by its digest.

A tag can be moved to another image, by mistake or by whoever gets into the registry. A digest names the bytes
themselves.

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
      image: nginx:1.27.3
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
      image: nginx:1.27.3@sha256:0a399eb16751829e1af26fea27b20c3ec28d7ab1fb72182879dcae1cca21206a
```
## Fix
The digest has to be asked of the registry, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/containers/images/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, image_parts

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC8.1",),
    },
    aliases=(
        "CKV_K8S_43",
        "7c81d34c-8e5a-402b-9798-9f442630e678",
        "228c4c19-feeb-4c18-848c-800ac70fdfb7",
        "AC_K8S_0069",
        "AC-K8-NS-PO-M-0133",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        image = container.image
        name = image.text
        if name is not None and not image_parts(name)[2]:
            yield rule.found(image, f"{container} of {workload} names its image {name} without a digest")
