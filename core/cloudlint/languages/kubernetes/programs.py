"""The programs of the cluster itself: what a pod hands over to them, or a kubelet's configuration, as flags.

A flag is a value under its name without dashes (`anonymous-auth`), shown at the argument that holds it. What a kubelet
is not told by a flag may stand in its configuration, so that its other flags are unknown, not absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...resource import ABSENT, KNOWN, Graph, Resource, Value
from ...vocabulary.kubernetes import PROGRAMS, WORKLOADS, Container, arguments, containers, image_parts

KUBELET = "kubelet"
_FIRST_WORDS = 6  # of a command line, in which a program is named: `/bin/sh -c exec kube-apiserver`

# Flags that also stand in a KubeletConfiguration, where they are called otherwise.
_SETTINGS = {
    "anonymous-auth": "authentication.anonymous.enabled",
    "authorization-mode": "authorization.mode",
    "client-ca-file": "authentication.x509.clientCAFile",
    "event-qps": "eventRecordQPS",
    "feature-gates.RotateKubeletServerCertificate": "featureGates.RotateKubeletServerCertificate",
    "make-iptables-util-chains": "makeIPTablesUtilChains",
    "protect-kernel-defaults": "protectKernelDefaults",
    "read-only-port": "readOnlyPort",
    "rotate-certificates": "rotateCertificates",
    "streaming-connection-idle-timeout": "streamingConnectionIdleTimeout",
    "tls-cert-file": "tlsCertFile",
    "tls-cipher-suites": "tlsCipherSuites",
    "tls-private-key-file": "tlsPrivateKeyFile",
}


def programs(resource: Resource, graph: Graph) -> Iterator[Resource]:
    """The programs of the cluster that a resource starts or sets up."""
    if resource.kind == "KubeletConfiguration":
        yield _configured(KUBELET, _SETTINGS, resource, graph)
    elif resource.kind == "KubeSchedulerConfiguration":
        yield _configured("kube-scheduler", {"profiling": "enableProfiling"}, resource, graph)
    elif resource.kind in WORKLOADS:
        for container in containers(resource):
            found = _started(container, resource, graph)
            if found is not None:
                yield found


def _started(container: Container, workload: Resource, graph: Graph) -> Resource | None:
    every = list(arguments(container))
    words = [word for value in every for word in (value.text or "").split()]
    names = (word.rpartition("/")[2] for word in words[:_FIRST_WORDS])
    name = next((name for name in names if name in PROGRAMS), None)
    if name is None and words and words[0].startswith("--"):  # the image itself knows which program
        image = image_parts(container.image.text or "")[0].rpartition("/")[2].removesuffix("-amd64")
        name = image if image in PROGRAMS else None
    if name is None:
        return None
    command = container.value["command"]
    place = container.value["args"] if command.state is ABSENT else command
    unknown = name == KUBELET or any(value.text is None for value in every)
    body = Value(KNOWN, _flags(every), place.span, open=unknown, name=place.name)
    return Resource(name, workload.label, workload.address, workload.framework, body, graph)


def _flags(every: list[Value]) -> dict[str, Value]:
    """Flags by name, the last of several. One argument may hold a whole shell command."""
    found: dict[str, Value] = {}
    waiting = ""
    for value in every:
        for word in (value.text or "").split():
            if waiting and not word.startswith("-"):
                found[waiting] = Value(KNOWN, word, value.span, name=waiting)
                waiting = ""
            elif word.startswith("--"):
                name, equals, text = word[2:].partition("=")
                found[name] = Value(KNOWN, text.strip("'\"") if equals else "true", value.span, name=name)
                waiting = "" if equals else name
    gates = found.get("feature-gates")
    if gates is not None:
        given = (part.partition("=") for part in str(gates.data).split(","))
        found["feature-gates"] = gates.but(data={name.strip(): gates.but(data=text.strip()) for name, _, text in given})
    return found


def _configured(program: str, settings: Mapping[str, str], resource: Resource, graph: Graph) -> Resource:
    flags: dict[str, Value] = {}
    for name, path in settings.items():
        value = resource[path]
        if value.state is not ABSENT:
            flag, _, gate = name.partition(".")
            flags[flag] = value.but(data={gate: value}, state=KNOWN, name=flag) if gate else value.but(name=flag)
    body = Value(KNOWN, flags, resource.span, open=resource.open)
    return Resource(program, resource.label, resource.address, resource.framework, body, graph)
