r"""Pod changes how names are resolved.

Entries in `/etc/hosts` win over DNS: a name can be sent anywhere, and nobody who looks at the DNS sees it.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostAliases:
    - ip: 203.0.113.7
      hostnames: [db.example.com]
  containers:
    - name: web
      image: registry.example.com/web:1.4
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
```
## Fix
Unsafe: the names are resolved by DNS from then on.
## See
https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod_spec

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
        "KSV-0007",
        "kubernetes-no-hostaliases",
        "AVD-KSV-0007",
        "KSV007",
        "no-hostaliases",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    aliases = pod_spec(workload)["hostAliases"]
    if aliases.items():
        yield rule.found(aliases, f"{workload} changes how names are resolved", fix=aliases.remove())
