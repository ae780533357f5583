r"""Something is put into the default namespace.

Namespaces are what rights, quotas and network policies are about. In the default one everything lies together,
and what nobody thought about is there as well.

## Bad
```kubernetes
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: default
data:
  colour: blue
```
## Good
```kubernetes
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  colour: blue
```
## Fix
Moving something to another namespace means making it anew there, with all that refers to it.
## See
https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
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
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_21",
        "KSV-0110",
        "kubernetes-default-namespace-should-not-be-used",
        "AVD-KSV-0110",
        "KSV110",
        "default-namespace-should-not-be-used",
        "611ab018-c4aa-4ba2-b0f6-a448337509a6",
        "abcb818b-5af7-4d72-aba9-6dd84956b451",
        "AC_K8S_0086",
        "AC-K8-OE-PO-M-0166",
    ),
    default=False,
)

KINDS = (
    "ConfigMap",
    "CronJob",
    "DaemonSet",
    "Deployment",
    "Ingress",
    "Job",
    "PersistentVolumeClaim",
    "Pod",
    "ReplicaSet",
    "ReplicationController",
    "Role",
    "RoleBinding",
    "Secret",
    "Service",
    "ServiceAccount",
    "StatefulSet",
)


@rule.on(*KINDS)
def check(thing: Resource) -> Iterator[Finding]:
    namespace = thing["metadata.namespace"]
    name = thing["metadata.name"]
    if (thing.kind, name.text) in (("ServiceAccount", "default"), ("Service", "kubernetes")):
        return  # every namespace has one
    if namespace.absent or namespace.equals("default"):
        yield rule.found(namespace, f"{thing} is in the default namespace")
