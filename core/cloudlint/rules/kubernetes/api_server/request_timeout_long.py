r"""API server lets requests run for a long time.

Slow requests that pile up keep others waiting. A minute is what the server takes unless told otherwise.

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
        - --request-timeout=1h
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
        - --request-timeout=1m
```
## Fix
A static pod is the cluster itself: what the flag needs beside it (files, a restart, a plan to go back) is for
its operator to decide, so that no edit is offered.
## See
https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.numerals import natural

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("SC-6",),
        "iso-27001": ("A.8.6",),
        "soc-2": ("A1.1",),
    },
    aliases=(
        "CKV_K8S_95",
        "d89a15bb-8dba-4c71-9529-bef6729b9c09",
    ),
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["request-timeout"]
    text = flag.text or ""
    minutes = natural(text.removesuffix("s").partition("m")[0])
    if "h" in text or ("m" in text and minutes is not None and minutes > 5):
        yield rule.found(flag, f"{program} lets requests run for {text}")
