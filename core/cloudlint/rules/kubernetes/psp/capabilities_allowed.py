r"""Pod security policy lets containers add capabilities.

Each capability is a piece of the power of root. PodSecurityPolicy is gone since Kubernetes 1.25; where it still
runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  allowedCapabilities: [NET_ADMIN]
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  allowedCapabilities: []
```
## Fix
What the pods that it is about need is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/pod-security-policy/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
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
        "CKV_K8S_24",
        "7307579a-3abb-46ad-9ce5-2a915634d5c8",
        "48388bd2-7201-4dcc-b56d-e8a9efa58fad",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    allowed = policy["spec.allowedCapabilities"]
    if allowed.items():
        yield rule.found(allowed, f"{policy} lets containers add capabilities")
