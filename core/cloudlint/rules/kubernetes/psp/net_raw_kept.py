r"""Pod security policy leaves containers the right to forge packets.

With raw sockets a process answers for other pods. PodSecurityPolicy is gone since Kubernetes 1.25; where it
still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  requiredDropCapabilities: [SYS_TIME]
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  requiredDropCapabilities: [ALL]
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
    aliases=(
        "CKV_K8S_7",
        "2270987f-bb51-479f-b8be-3ca73e5ad648",
        "9aa32890-ac1a-45ee-81ca-5164e2098556",
    ),
)

ENOUGH = ("ALL", "NET_RAW", "CAP_NET_RAW")


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    dropped = policy["spec.requiredDropCapabilities"]
    if not dropped.unknown and not any(item.one_of(ENOUGH) for item in dropped.items()):
        yield rule.found(dropped, f"{policy} leaves containers the capability NET_RAW")
