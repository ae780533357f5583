r"""Tiller listens to the whole cluster.

Whatever runs in the cluster can send Tiller something to install, and Tiller installs it as an administrator.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: gcr.io/kubernetes-helm/tiller:v2.16.1
      args: ["--listen=0.0.0.0:44134"]
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
      image: gcr.io/kubernetes-helm/tiller:v2.16.1
      args: ["--listen=localhost:44134"]
```
## Fix
Helm 2 itself reaches Tiller that way: moving to Helm 3 is what helps.
## See
https://helm.sh/docs/topics/v2_v3_migration/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, arguments, containers

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    standards={
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("1.3.1",),
        "iso-27001": ("A.8.20",),
        "soc-2": ("CC6.6",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "CKV_K8S_45",
        "e17fa86a-6222-4584-a914-56e8f6c87e06",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        if "tiller" not in (container.image.text or ""):
            continue
        given = list(arguments(container))
        listens = [value for value in given if "--listen" in (value.text or "")]
        loopback = ("localhost:", "127.0.0.1:")
        if not any(address in (value.text or "") for value in given for address in loopback):
            place = listens[0] if listens else container.value
            yield rule.found(place, f"{workload} lets the whole cluster talk to Tiller")
