r"""Pod security policy lets pods use the network of their node.

Such pods listen on the addresses of the node and are bound by no network policy. PodSecurityPolicy is gone
since Kubernetes 1.25; where it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  hostNetwork: true # all of them
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  hostNetwork: false # all of them
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
        "CKV_K8S_4",
        "a33e9173-b674-4dfb-9d82-cf3754816e4b",
        "4950837c-0ce5-4e42-9bee-a25eae73740b",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    allowed = policy["spec.hostNetwork"]
    if allowed.equals(True):
        yield rule.found(allowed, f"{policy} lets pods use the network of their node", fix=allowed.set(False))
