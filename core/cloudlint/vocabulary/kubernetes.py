"""Workloads in one shape: the pod that each makes, and its containers with what they inherit from the pod."""

from __future__ import annotations

from collections.abc import Iterator

from ..resource import ABSENT, Resource, Value

WORKLOADS = (
    *("CronJob", "DaemonSet", "Deployment", "Job", "Pod", "PodTemplate"),
    *("ReplicaSet", "ReplicationController", "StatefulSet"),
    *("Configuration", "ContainerSource", "DeploymentConfig", "KnativeService", "Revision"),  # Knative and OpenShift
)
"""Every kind that makes pods: a rule about pods or containers registers on these."""

_POD = {"Pod": "", "Revision": "", "PodTemplate": "template", "CronJob": "spec.jobTemplate.spec.template"}
_LISTS = (
    *(("Container", "containers"), ("Init container", "initContainers")),
    ("Ephemeral container", "ephemeralContainers"),
)


class Container:
    """One container of a workload.

    value    the container itself
    pod      the `spec` of the pod that it is in
    role     `Container`, `Init container` or `Ephemeral container`
    """

    __slots__ = ("pod", "role", "value")

    def __init__(self, value: Value, pod: Value, role: str) -> None:
        self.value = value
        self.pod = pod
        self.role = role

    def setting(self, path: str) -> Value:
        """What holds of the security context: the container's own, or else the pod's.

        Where neither says anything it is the container's absent value, so that a fix writes it there.
        """
        own = self.value["securityContext." + path]
        if own.state is not ABSENT:
            return own
        inherited = self.pod["securityContext." + path]
        return own if inherited.state is ABSENT else inherited

    @property
    def own_context(self) -> Value:
        """The container's own security context."""
        return self.value["securityContext"]

    @property
    def image(self) -> Value:
        """The image that it is started from."""
        return self.value["image"]

    @property
    def passing(self) -> bool:
        """Does it end by itself, before the others start (init) or as a debugging aid (ephemeral)?"""
        return self.role != "Container"

    def __str__(self) -> str:
        name = self.value["name"].text
        return f"{self.role} `{name}`" if name else f"{self.role} without a name"


def pod(workload: Resource) -> Value:
    """The pod that a workload makes: its `metadata` and `spec`."""
    path = _POD.get(workload.kind, "spec.template")
    return workload[path] if path else workload


def pod_spec(workload: Resource) -> Value:
    """The `spec` of the pod that a workload makes."""
    return pod(workload)["spec"]


def containers(workload: Resource, *, passing: bool = True) -> Iterator[Container]:
    """All containers of a workload, init and ephemeral ones included unless `passing` is false."""
    spec = pod_spec(workload)
    for role, name in _LISTS if passing else _LISTS[:1]:
        for value in spec.blocks(name):
            yield Container(value, spec, role)


def pod_annotations(workload: Resource) -> Value:
    """The annotations of the pod that a workload makes."""
    return pod(workload)["metadata.annotations"]


def image_parts(image: str) -> tuple[str, str, str]:
    """Repository, tag and digest of the name of an image; empty where it has none."""
    name, _, digest = image.partition("@")
    repository, colon, tag = name.rpartition(":")
    if not colon or "/" in tag:  # no tag, or the port of a registry
        return name, "", digest
    return repository, tag, digest


def rbac_rules(role: Resource) -> tuple[Value, ...]:
    """The rules of a Role or ClusterRole."""
    return role.blocks("rules")


def grants(rule: Value, groups: tuple[str, ...], resources: tuple[str, ...], verbs: tuple[str, ...]) -> Value | None:
    """The verb (or `*`) with which a rule of a role grants one of `verbs` on one of `resources`; None if it does not.

    A subresource is written `pods/exec`. Wildcards count for all three; a rule that allows everything is none of these.
    """
    if not _resource(rule["resources"], resources) or not _holds(rule["apiGroups"], groups):
        return None
    verbs_given = rule["verbs"].items()
    if any(verb.equals("*") for verb in verbs_given) and any(item.equals("*") for item in rule["resources"].items()):
        return None
    return next((verb for verb in verbs_given if verb.text in ("*", *verbs)), None)


def _holds(values: Value, wanted: tuple[str, ...]) -> bool:
    return any(item.text in ("*", *wanted) for item in values.items())


def _resource(values: Value, wanted: tuple[str, ...]) -> bool:
    for item in values.items():
        text = item.text or ""
        parts = (name.partition("/")[2] for name in wanted)
        if text == "*" or text in wanted or any(part and text == f"*/{part}" for part in parts):
            return True
    return False


def arguments(container: Container) -> Iterator[Value]:
    """What a container is started with, word for word: `command`, then `args`."""
    for path in ("command", "args"):
        yield from container.value[path].items()


PROGRAMS = ("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "etcd")
"""The programs of a cluster itself. Where a pod runs one, its flags are seen as a resource of that kind."""


def listed(flag: Value) -> tuple[str, ...]:
    """The values of a flag that takes several with commas between; nothing where it is absent or unknown."""
    return tuple(part.strip() for item in flag.items() for part in (item.text or "").split(",") if part.strip())
