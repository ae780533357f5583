r"""Secret is handed over in an environment variable.

The environment of a process is passed on to its children and is printed by crash reports and debug pages. A
secret in a file is read by the one program that opens it, and changes when it is rotated.

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
      env:
        - name: PASSWORD
          valueFrom:
            secretKeyRef: {name: db, key: password}
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
        - name: db
          mountPath: /etc/secrets/db
          readOnly: true
```
## Fix
The program has to read the file instead, so that an edit of the manifest alone would break it.
## See
https://kubernetes.io/docs/concepts/configuration/secret/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, containers

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.6.2",),
        "iso-27001": ("A.5.17",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(d)",),
    },
    aliases=(
        "CKV_K8S_35",
        "3d658f8b-d988-41a0-a841-40043121de1e",
        "6d8f1a10-b6cd-48f0-b960-f7c535d5cdb8",
        "AC_K8S_0051",
        "AC-K8-NS-PO-H-0117",
    ),
    default=False,
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for container in containers(workload):
        value = container.value
        given = [*(item["valueFrom.secretKeyRef"] for item in value.blocks("env"))]
        given += [item["secretRef"] for item in value.blocks("envFrom")]
        for secret in given:
            if not secret.absent and not secret.unknown:
                yield rule.found(secret, f"{container} of {workload} gets a secret as an environment variable")
