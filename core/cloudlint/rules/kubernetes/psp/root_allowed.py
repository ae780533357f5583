r"""Pod security policy admits containers that run as root.

Root in a container is root on its node once it gets out. PodSecurityPolicy is gone since Kubernetes 1.25; where
it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  runAsUser:
    rule: RunAsAny
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  runAsUser:
    rule: MustRunAsNonRoot
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
        "CKV_K8S_6",
        "e3aa0612-4351-4a0d-983f-aefea25cf203",
        "4c415497-7410-4559-90e8-f2c8ac64ee38",
    ),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    user = policy["spec.runAsUser"]
    way = user["rule"]
    if way.unknown or way.equals("MustRunAsNonRoot"):
        return
    lowest = [span["min"] for span in user.blocks("ranges")]
    if way.equals("MustRunAs") and lowest and all(value.unknown or (value.number or 0) > 0 for value in lowest):
        return
    yield rule.found(way, f"{policy} admits containers that run as root")


@rule.on("PodSecurityPolicy")
def groups(policy: Resource) -> Iterator[Finding]:
    for name in ("fsGroup", "supplementalGroups"):
        group = policy["spec." + name]
        way = group["rule"]
        lowest = [span["min"] for span in group.blocks("ranges")]
        if way.equals("RunAsAny") or any(value.equals(0) for value in lowest):
            yield rule.found(way, f"{policy} admits pods with the root group in `{name}`")
