r"""Volume that can be written lies over a system folder of the image.

Programs and settings of the image are hidden by whatever the volume holds, and can be replaced for good by
whoever breaks in.

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
      volumeMounts:
        - name: tools
          mountPath: /usr/local/bin
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
      volumeMounts:
        - name: tools
          mountPath: /usr/local/bin
          readOnly: true
```
## Fix
Unsafe: a program that writes to the folder fails.
## See
https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

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
        "b7652612-de4e-4466-a0bf-1cd81f0c6063",
        "a62a99d1-8196-432f-8f80-3c100b05d62a",
    ),
    default=False,
)

FOLDERS = (
    "bin",
    "boot",
    "dev",
    "etc",
    "home",
    "lib",
    "lib64",
    "media",
    "proc",
    "root",
    "run",
    "sbin",
    "srv",
    "sys",
    "usr",
    "var",
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        for mount in container.value.blocks("volumeMounts"):
            path, locked = mount["mountPath"], mount["readOnly"]
            if locked.unknown or locked.equals(True):
                continue
            first = (path.text or "").strip("/").split("/")[0]
            if first in FOLDERS:
                message = f"{container} of {workload} can write to a volume at {path.text}"
                yield rule.found(path, message, fix=locked.set(True))
