r"""Pod mounts a folder of its node that decides about the node.

Below `/etc`, `/var/lib/kubelet`, `/root`, `/boot` and the like stand the keys, the programs and the settings of
the node. Who writes there owns it, and who reads there learns its secrets.

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
    - name: settings
      hostPath:
        path: /etc
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
    - name: settings
      hostPath:
        path: /srv/settings
```
## Fix
What the program needs from the folder is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers, pod_spec

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
        "5308a7a8-06f8-45ac-bf10-791fe21de46e",
        "a737be28-37d8-4bff-aa6d-1be8aa0a0015",
        "b7652612-de4e-4466-a0bf-1cd81f0c6063",
        "a62a99d1-8196-432f-8f80-3c100b05d62a",
    ),
)

FOLDERS = ("bin", "boot", "dev", "etc", "lib", "lib64", "proc", "root", "run", "sbin", "sys", "usr", "var")


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    spec = pod_spec(workload)
    sensitive = {}
    for volume in spec.blocks("volumes"):
        path = volume["hostPath.path"]
        if path.text is not None and path.text.startswith("/") and _decides(path.text):
            sensitive[volume["name"].text] = path
    mounted = [mount for item in containers(workload) for mount in item.value.blocks("volumeMounts")]
    for name, path in sensitive.items():
        mounts = [mount for mount in mounted if mount["name"].text == name]
        if not mounts or not all(mount["readOnly"].equals(True) for mount in mounts):
            yield rule.found(path, f"{workload} mounts {path.text} of its node so that it can be written")


def _decides(path: str) -> bool:
    parts = [part for part in path.split("/") if part]
    return not path.endswith(".sock") and (not parts or parts[0] in FOLDERS)
