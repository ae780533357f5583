r"""Pod security policy admits privileged containers.

A privileged container is root on its node in all but name. PodSecurityPolicy is gone since Kubernetes 1.25;
where it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  privileged: true # all of them
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  privileged: false # all of them
```
## Fix
Unsafe: pods that ask for it are refused.
## See
https://kubernetes.io/docs/concepts/security/pod-security-policy/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
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
        "CKV_K8S_2",
        "c48e57d3-d642-4e0b-90db-37f807b41b91",
        "ee305555-6b1d-4055-94cf-e22131143c34",
        "a6a4d4fc-4e8f-47d1-969f-e9d4a084f3b9",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    allowed = policy["spec.privileged"]
    if allowed.equals(True):
        yield rule.found(allowed, f"{policy} admits privileged containers", fix=allowed.set(False))
