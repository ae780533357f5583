r"""Tiller, the server of Helm 2, is deployed.

Tiller installs whatever it is sent, with the rights of an administrator, and asks nobody who they are. It has
had no updates since 2020.

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
What Tiller installed has to be handed over to Helm 3 first.
## See
https://helm.sh/docs/topics/v2_v3_migration/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, image_parts, pod

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_34",
        "KSV-0102",
        "kubernetes-no-tiller",
        "AVD-KSV-0102",
        "KSV102",
        "no-tiller",
        "6d173be7-545a-46c6-a81d-2ae52ed1605d",
        "ca2fba76-c1a7-4afd-be67-5249f861cb0e",
        "AC_K8S_0071",
        "AC-K8-DS-PO-M-0177",
    ),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        image = container.image
        if "tiller" in image_parts(image.text or "")[0].rpartition("/")[2]:
            yield rule.found(image, f"{workload} runs Tiller")
            return
    for metadata in (workload["metadata"], pod(workload)["metadata"]):
        name, app = metadata["name"], metadata["labels"].entry("app")
        if "tiller" in (name.text or "") or app.equals("helm"):
            yield rule.found(app if app.equals("helm") else name, f"{workload} runs Tiller")
            return
