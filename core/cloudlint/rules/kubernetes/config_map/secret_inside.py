r"""Config map holds a secret.

Config maps are shown to everybody who may look at the namespace, are printed by tools and end up in
repositories. Whoever reads the password there has it for good.

## Bad
```kubernetes
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  DB_HOST: db.example.com
  DB_PASSWORD: correct-horse-battery
```
## Good
```kubernetes
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  DB_HOST: db.example.com
  DB_SECRET_NAME: web-db
```
## Fix
The secret has to be changed, since it has been read, and kept in a Secret or outside of the cluster; where the
program takes it from is for its author to say.
## See
https://kubernetes.io/docs/concepts/configuration/secret/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.secrets import find, find_in

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.6.2",),
        "iso-27001": ("A.5.17",),
        "soc-2": ("CC6.1",),
        "hipaa": ("164.312(d)",),
    },
    aliases=(
        "KSV-0109",
        "kubernetes-configMap-with-secrets",
        "AVD-KSV-0109",
        "KSV-01010",
        "kubernetes-configMap-with-sensitive",
        "AVD-KSV-01010",
    ),
)


@rule.on("ConfigMap")
def check(configured: Resource) -> Iterator[Finding]:
    for name, value in configured["data"].entries().items():
        found = find_in(value) if isinstance(value.data, str) else []
        if not found and isinstance(value.data, str) and "\n" not in value.data:
            found = [(secret.kind, value) for secret in find(f"{name}={value.data}")]
        for kind, place in found[:1]:
            yield rule.found(place, f"Entry `{name}` of {configured} holds a secret ({kind})")
