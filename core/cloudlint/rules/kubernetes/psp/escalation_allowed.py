r"""Pod security policy lets containers gain privileges.

A program with the set-user-id bit makes a process root. PodSecurityPolicy is gone since Kubernetes 1.25; where
it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  allowPrivilegeEscalation: true # all of them
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  allowPrivilegeEscalation: false # all of them
```
## Fix
Unsafe: pods that ask for it are refused.
## See
https://kubernetes.io/docs/concepts/security/pod-security-policy/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

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
        "CKV_K8S_5",
        "87554eef-154d-411d-bdce-9dbd91e56851",
        "2bff9906-4e9b-4f71-9346-8ebedfdf43ef",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    allowed = policy["spec.allowPrivilegeEscalation"]
    if allowed.equals(True) or allowed.absent:
        yield rule.found(allowed, f"{policy} lets containers gain privileges", fix=allowed.set(False))
