r"""Pod holds the socket of the container runtime.

Whoever may write to the socket starts containers of any kind on the node, privileged ones included. That is
root on the node with one extra step.

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
      image: registry.example.com/web:1.4
  volumes:
    - name: docker
      hostPath:
        path: /var/run/docker.sock
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
  volumes:
    - name: docker
      emptyDir: {}
```
## Fix
A program that holds the socket does so for a purpose; which other way serves it, such as building images
without a daemon, is not to be seen here.
## See
https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod_spec

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
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
        "CKV_K8S_27",
        "KSV-0006",
        "kubernetes-no-docker-sock-mount",
        "AVD-KSV-0006",
        "KSV006",
        "no-docker-sock-mount",
        "a6f34658-fdfb-4154-9536-56d516f65828",
        "4e203a65-c8d8-49a2-b749-b124d43c9dc1",
        "AC_K8S_0088",
        "AC-K8-NS-PO-M-0171",
    ),
)

SOCKETS = (
    *("/var/run/docker.sock", "/run/docker.sock", "/var/run/docker", "/run/docker"),
    *("/run/containerd/containerd.sock", "/var/run/containerd/containerd.sock"),
    *("/var/run/crio/crio.sock", "/run/crio/crio.sock"),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for volume in pod_spec(workload).blocks("volumes"):
        path = volume["hostPath.path"]
        if (path.text or "").rstrip("/") in SOCKETS:
            yield rule.found(path, f"{workload} holds the socket of the container runtime of its node")
