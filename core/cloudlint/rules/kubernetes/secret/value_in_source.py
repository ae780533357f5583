r"""Secret stands in a file of the repository.

Whoever may read the repository, now or years later, has the password; base64 hides nothing. The object in the
cluster is the right place for it, but it has to get there another way: from a vault, sealed, or encrypted in the
file.

## Bad
```kubernetes
apiVersion: v1
kind: Secret
metadata:
  name: web
  namespace: shop
stringData:
  password: correct-horse-battery
```
## Good
```kubernetes
apiVersion: v1
kind: Secret
metadata:
  name: web
  namespace: shop
stringData:
  password: ${DB_PASSWORD} # written in when it is deployed
```
## Fix
The secret has to be changed, since it has been read, and to come from elsewhere; no edit does that.
## See
https://kubernetes.io/docs/concepts/security/secrets-good-practices/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.secrets import decoded, find

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
)


@rule.on("Secret", frameworks=("kubernetes",))
def check(secret: Resource) -> Iterator[Finding]:
    for where in ("stringData", "data"):
        for name, value in secret[where].entries().items():
            text = value.text
            if where == "data" and text is not None:
                text = decoded(text)
            if text and (find(text) or ("\n" not in text and find(f"{name}={text}"))):
                yield rule.found(value, f"Entry `{name}` of {secret} is written in the repository")
