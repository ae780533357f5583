r"""Service leads to Tiller, the server of Helm 2.

Tiller installs whatever it is sent, with the rights of an administrator. A service makes it easy to find.

## Bad
```kubernetes
apiVersion: v1
kind: Service
metadata:
  name: tiller-deploy
  namespace: kube-system
spec:
  selector: {app: helm, name: tiller}
```
## Good
```kubernetes
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: kube-system
spec:
  selector: {app: web, name: web}
```
## Fix
What Tiller installed has to be handed over to Helm 3 first.
## See
https://helm.sh/docs/topics/v2_v3_migration/
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
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_44",
        "8b862ca9-0fbd-4959-ad72-b6609bdaa22d",
        "AC_K8S_0110",
        "AC-K8-NS-SE-M-0185",
    ),
)


@rule.on("Service")
def check(service: Resource) -> Iterator[Finding]:
    metadata = service["metadata"]
    words = [metadata["name"], *metadata["labels"].entries().values(), *service["spec.selector"].entries().values()]
    word = next((word for word in words if "tiller" in (word.text or "").lower()), None)
    if word is not None:
        yield rule.found(word, f"{service} leads to Tiller")
