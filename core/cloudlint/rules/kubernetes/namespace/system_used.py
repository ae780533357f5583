r"""Something of yours is put into a namespace of the system.

What runs in `kube-system` is often exempt from policies and trusted by others, and whoever may change it may
change the cluster.

## Bad
```kubernetes
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: kube-system
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
        "KSV-0037",
        "kubernetes-no-user-resources-in-system-namespace",
        "AVD-KSV-0037",
        "KSV037",
        "no-user-pods-in-system-namespace",
        "no-user-resources-in-system-namespace",
        "611ab018-c4aa-4ba2-b0f6-a448337509a6",
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
SYSTEM = ("kube-system", "kube-public")


@rule.on(*KINDS)
def check(thing: Resource) -> Iterator[Finding]:
    namespace = thing["metadata.namespace"]
    if thing["metadata.labels"].entry("tier").equals("control-plane"):
        return  # the system itself
    if namespace.one_of(SYSTEM):
        yield rule.found(namespace, f"{thing} is in the namespace {namespace.text}")
