r"""API server offers weak ciphers.

What is recorded today can be read once the key is known, or once somebody finds the time to break it.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.4
      command:
        - kube-apiserver
        - --tls-cipher-suites=TLS_RSA_WITH_AES_128_CBC_SHA
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.4
      command:
        - kube-apiserver
        - --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import listed

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "pci-dss-4.0": ("4.2.1",),
        "iso-27001": ("A.8.24",),
        "soc-2": ("CC6.7",),
        "hipaa": ("164.312(e)(1)",),
    },
    aliases=(
        "CKV_K8S_105",
        "510d5810-9a30-443a-817d-5c1fa527b110",
    ),
)

STRONG = frozenset(
    (
        *("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"),
        *("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
        *("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
        *("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305"),
        *("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
    )
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["tls-cipher-suites"]
    weak = [name for name in listed(flag) if name not in STRONG]
    if weak:
        yield rule.found(flag, f"{program} offers {weak[0]}")
