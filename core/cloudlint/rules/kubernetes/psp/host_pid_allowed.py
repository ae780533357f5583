r"""Pod security policy lets pods see the processes of their node.

The processes of the node can be listed and signalled, and their environment read. PodSecurityPolicy is gone
since Kubernetes 1.25; where it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  hostPID: true # all of them
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  hostPID: false # all of them
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
        "CKV_K8S_1",
        "91dacd0e-d189-4a9c-8272-5999a3cc32d9",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    allowed = policy["spec.hostPID"]
    if allowed.equals(True):
        yield rule.found(allowed, f"{policy} lets pods see the processes of their node", fix=allowed.set(False))
