r"""API server takes any number of events.

A client gone wild fills etcd with events until the cluster stands still.

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
        - --enable-admission-plugins=NodeRestriction
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
        - --enable-admission-plugins=NodeRestriction,EventRateLimit
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
from cloudlint.vocabulary.kubernetes import listed

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("AC-6",),
        "pci-dss-4.0": ("7.2.2",),
        "iso-27001": ("A.5.15",),
        "soc-2": ("CC6.3",),
        "hipaa": ("164.308(a)(4)",),
    },
    aliases=(
        "CKV_K8S_78",
        "KCV-0010",
        "kubernetes-ensure-admission-control-plugin-event-rate-limit-is-set",
        "AVD-KCV-0010",
        "KCV0010",
        "ensure-admission-control-plugin-event-rate-limit-is-set",
        "e0099af2-fe17-411f-9991-0de28fe15f3c",
    ),
    default=False,
)


@rule.on("kube-apiserver")
def check(program: Resource) -> Iterator[Finding]:
    flag = program["enable-admission-plugins"]
    if not flag.unknown and "EventRateLimit" not in listed(flag):
        yield rule.found(flag, f"{program} does not use the admission plugin EventRateLimit")


@rule.on("AdmissionConfiguration")
def configuration(configured: Resource) -> Iterator[Finding]:
    plugins = configured["plugins"]
    if not any(plugin["name"].equals("EventRateLimit") for plugin in plugins.items()):
        yield rule.found(plugins, f"{configured} does not use the admission plugin EventRateLimit")
