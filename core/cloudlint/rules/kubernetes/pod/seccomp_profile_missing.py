r"""Pod does not limit the calls its programs may make to the kernel.

The kernel offers more than 300 system calls, and flaws in rarely used ones are how programs leave their
container. The profile of the runtime forbids those that nearly no program needs; Kubernetes does not use it
unless asked.

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
    fsGroup: 10001 # owns the data
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
    fsGroup: 10001 # owns the data
    seccompProfile:
      type: RuntimeDefault
```
## Fix
Unsafe: a program that makes one of the forbidden calls, such as a debugger, fails.
## See
https://kubernetes.io/docs/tutorials/security/seccomp/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_annotations, pod_spec

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
        "CKV_K8S_31",
        "KSV-0030",
        "kubernetes-use-default-seccomp",
        "AVD-KSV-0030",
        "KSV030",
        "use-default-seccomp",
        "KSV-0104",
        "kubernetes-no-seccomp-unconfined",
        "AVD-KSV-0104",
        "KSV104",
        "no-seccomp-unconfined",
        "f377b83e-bd07-4f48-a591-60c82b14a78b",
        "455f2e0c-686d-4fcb-8b5f-3f953f12c43c",
        "AC_K8S_0080",
        "AC-K8-IA-PO-M-0141",
    ),
    default=False,
)

ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod"


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    spec = pod_spec(workload)
    profile = spec["securityContext.seccompProfile.type"]
    if profile.equals("Unconfined"):
        yield rule.found(profile, f"{workload} turns seccomp off", fix=profile.set("RuntimeDefault"))
        return
    if not profile.absent or not pod_annotations(workload).entry(ANNOTATION).absent:
        return
    every = list(containers(workload))
    own = [container.value["securityContext.seccompProfile.type"] for container in every]
    for container, value in zip(every, own, strict=True):
        if value.equals("Unconfined"):
            yield rule.found(value, f"{container} of {workload} turns seccomp off", fix=value.set("RuntimeDefault"))
    if every and any(value.absent for value in own):
        fix = spec["securityContext"].add("seccompProfile", {"type": "RuntimeDefault"})
        if spec["securityContext"].absent:
            fix = spec.add("securityContext", {"seccompProfile": {"type": "RuntimeDefault"}})
        yield rule.found(profile, f"{workload} names no seccomp profile", fix=fix)
