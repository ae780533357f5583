r"""Pod changes kernel settings that are not its own.

Only a few kernel settings are kept apart for each pod. All others hold for the whole node, so that one pod
changes the network or the memory of its neighbours.

## Bad
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    sysctls:
      - name: kernel.msgmax
        value: "65536"
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Good
```kubernetes
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    sysctls: []
  containers:
    - name: web
      image: registry.example.com/web:1.4
```
## Fix
Unsafe: a program that relies on the setting finds the one of its node.
## See
https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kubernetes import WORKLOADS, pod_spec

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
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
        "KSV-0026",
        "kubernetes-no-unsafe-sysctl",
        "AVD-KSV-0026",
        "KSV026",
        "no-unsafe-sysctl",
        "AC_K8S_0074",
        "AC-K8-IA-PO-H-0137",
        "9127f0d9-2310-42e7-866f-5fd9d20dcbad",
        "a9174d31-d526-4ad9-ace4-ce7ddbf52e03",
    ),
)

SAFE_ONES = (
    *("kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports"),
    *("net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range", "net.ipv4.tcp_fin_timeout"),
    *("net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time"),
    *("net.ipv4.tcp_rmem", "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem"),
)


@rule.on(*WORKLOADS)
def check(workload: Resource) -> Iterator[Finding]:
    for setting in pod_spec(workload).blocks("securityContext.sysctls"):
        name = setting["name"]
        if name.text and name.text.replace("/", ".") not in SAFE_ONES:
            yield rule.found(name, f"{workload} changes the kernel setting {name.text}", fix=setting.remove())


@rule.on("PodSecurityPolicy")
def policy(policy: Resource) -> Iterator[Finding]:
    for name in policy["spec.allowedUnsafeSysctls"].items():
        if name.text:
            yield rule.found(name, f"{policy} lets pods change the kernel setting {name.text}", fix=name.remove())
