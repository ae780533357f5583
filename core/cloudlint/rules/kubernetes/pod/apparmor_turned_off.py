r"""Container runs without the bounds of AppArmor.

The profile is `Unconfined`, or one that the runtime does not know as its own: a program that was broken into
may do all that its user may.

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
        appArmorProfile:
          type: Unconfined # strace
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
        appArmorProfile:
          type: RuntimeDefault # strace
```
## Fix
Unsafe: a program that does what the profile forbids fails.
## See
https://kubernetes.io/docs/tutorials/security/apparmor/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_annotations

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:L/AC:H/PR:L/UI:N/S:C/C:L/I:L/A:L",
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
        "KSV-0002",
        "kubernetes-use-default-apparmor-profile",
        "AVD-KSV-0002",
        "KSV002",
        "use-default-apparmor-profile",
    ),
)

PREFIX = "container.apparmor.security.beta.kubernetes.io/"
GOOD = ("runtime/default", "localhost/")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        profile = container.setting("appArmorProfile.type")
        if profile.equals("Unconfined"):
            message = f"{container} of {workload} runs without AppArmor"
            yield rule.found(profile, message, fix=profile.set("RuntimeDefault"))
    for name, value in pod_annotations(workload).entries().items():
        if name.startswith(PREFIX) and value.text is not None and not value.text.startswith(GOOD):
            message = f"{workload} names the AppArmor profile {value.text}"
            yield rule.found(value, message, fix=value.set("runtime/default"))
