r"""Pod security policy lets pods write to folders of their node.

Without a list of folders, or with folders that may be written, a pod changes its node. PodSecurityPolicy is
gone since Kubernetes 1.25; where it still runs, it is what holds pods in.

## Bad
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  allowedHostPaths:
    - pathPrefix: /srv
```
## Good
```kubernetes
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec:
  allowedHostPaths:
    - pathPrefix: /srv
      readOnly: true
```
## Fix
What the pods that it is about need is not to be seen here, so that no edit is offered.
## See
https://kubernetes.io/docs/concepts/security/pod-security-policy/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

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
    aliases=("de4421f1-4e35-43b4-9783-737dd4e4a47e",),
)


@rule.on("PodSecurityPolicy")
def check(policy: Resource) -> Iterator[Finding]:
    volumes = [volume.text for volume in policy["spec.volumes"].items()]
    folders = policy["spec.allowedHostPaths"]
    if folders.absent and ("*" in volumes or "hostPath" in volumes or not volumes):
        yield rule.found(folders, f"{policy} lets pods mount every folder of their node")
    for folder in folders.items():
        locked = folder["readOnly"]
        if locked.absent or locked.equals(False):
            yield rule.found(
                locked, f"{policy} lets pods write to {folder['pathPrefix'].text or 'a folder'} of their node"
            )
