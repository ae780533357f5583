r"""Pod security policy lets pods share the memory of their node.

Shared memory of everything on the node can be read and written. PodSecurityPolicy is gone since Kubernetes
1.25; where it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  hostIPC: true # all of them
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  hostIPC: false # all of them
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
        "CKV_K8S_3",
        "80f93444-b240-4ebb-a4c6-5c40b76c04ea",
        "51bed0ac-a8ae-407a-895e-90c6cb0610ce",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    allowed = policy["spec.hostIPC"]
    if allowed.equals(True):
        yield rule.found(allowed, f"{policy} lets pods share the memory of their node", fix=allowed.set(False))
