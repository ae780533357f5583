r"""Image is named without a fixed version.

`latest`, or no tag at all, means another program at every start: two copies of the same pod may differ, and
going back to what ran yesterday is impossible.

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
      image: nginx:latest
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
      image: nginx:1.27.3
```
## Fix
Which version was meant is not to be seen here, so that no edit is offered.
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
        "CKV_K8S_14",
        "KSV-0013",
        "kubernetes-use-specific-tags",
        "AVD-KSV-0013",
        "KSV013",
        "use-specific-tags",
        "583053b7-e632-46f0-b989-f81ff8045385",
        "e76cca7c-c3f9-4fc9-884c-b2831168ebd8",
        "AC_K8S_0068",
        "AC-K8-OE-PO-L-0134",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        image = container.image
        name = image.text
        if name is None:
            continue
        _, tag, digest = image_parts(name)
        if not digest and tag in ("", "latest"):
            yield rule.found(image, f"{container} of {workload} takes whatever version of {name} is newest")
