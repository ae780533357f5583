r"""Pod security policy names no seccomp profile.

Without a profile all calls to the kernel are open to every container. PodSecurityPolicy is gone since
Kubernetes 1.25; where it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  privileged: false
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
  annotations:
    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
spec:
  privileged: false
```
## Fix
What the pods that it is about need is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/pod-security-policy/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": (
            "AC-6",
            "SC-39",
        ),
        "pci-dss-4.0": ("2.2.6",),
        "iso-27001": ("A.8.9",),
        "soc-2": ("CC6.1",),
    },
    aliases=("CKV_K8S_32",),
)

KEYS = (
    "seccomp.security.alpha.kubernetes.io/allowedProfileNames",
    "seccomp.security.alpha.kubernetes.io/defaultProfileName",
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    given = policy["metadata.annotations"]
    profiles = [given.entry(key) for key in KEYS]
    if any(profile.unknown for profile in profiles):
        return
    if not any(profile.text in ("docker/default", "runtime/default") for profile in profiles):
        yield rule.found(profiles[1], f"{policy} names no seccomp profile")
