r"""Container has no AppArmor profile.

AppArmor bounds the files, the network and the capabilities that a program can use on nodes that have it.
Without a profile a program that was broken into may do all that its user may.

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
      securityContext:
        runAsNonRoot: true
        appArmorProfile:
          type: RuntimeDefault
```
## Fix
Unsafe: nodes without AppArmor refuse the pod, and a program that does what the profile forbids fails.
## See
https://kubernetes.io/docs/tutorials/security/apparmor/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_annotations

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
        "8b36775e-183d-4d46-b0f7-96a6f34a723f",
        "95588189-1abd-4df1-9588-b0a5034f9e87",
        "bd6bd46c-57db-4887-956d-d372f21291b6",
        "AC_K8S_0073",
        "AC-K8-IA-PO-M-0135",
    ),
    default=False,
)

PREFIX = "container.apparmor.security.beta.kubernetes.io/"
GOOD = ("runtime/default", "localhost/")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    given = pod_annotations(workload)
    for container in containers(workload):
        profile = container.setting("appArmorProfile.type")
        if not profile.absent and not profile.equals("Unconfined"):
            continue
        annotation = given.entry(PREFIX + (container.value["name"].text or ""))
        if annotation.unknown or (annotation.text or "").startswith(GOOD):
            continue
        place = profile if annotation.absent else annotation
        fix = (
            profile.set("RuntimeDefault")
            if not profile.absent
            else container.own_context.add("appArmorProfile", {"type": "RuntimeDefault"})
            if not container.own_context.absent
            else container.value.add("securityContext", {"appArmorProfile": {"type": "RuntimeDefault"}})
        )
        yield rule.found(place, f"{container} of {workload} has no AppArmor profile", fix=fix)
