"""Workloads in one shape: the pod that each makes, and its containers with what they inherit from the pod."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..resource import ABSENT, Resource, Value

WORKLOADS = (
    *("CronJob", "DaemonSet", "Deployment", "Job", "Pod", "PodTemplate"),
    *("ReplicaSet", "ReplicationController", "StatefulSet"),
)
"""Every kind that makes pods: a rule about pods or containers registers on these."""

_POD = {"Pod": "", "PodTemplate": "template", "CronJob": "spec.jobTemplate.spec.template"}
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


def annotations(workload: Resource) -> Value:
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

    A subresource is written `pods/exec`. Wildcards count for all three.
    """
    if not (_holds(rule["apiGroups"], groups) and _resource(rule["resources"], resources)):
        return None
    return next((verb for verb in rule["verbs"].items() if verb.text in ("*", *verbs)), None)


def _holds(values: Value, wanted: tuple[str, ...]) -> bool:
    return any(item.text in ("*", *wanted) for item in values.items())


def _resource(values: Value, wanted: tuple[str, ...]) -> bool:
    for item in values.items():
        text = item.text or ""
        if text == "*" or text in wanted or any("/" in name and text == "*/" + name.partition("/")[2] for name in wanted):
            return True
    return False


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def arguments(container: Container) -> Iterator[Value]:
    """What a container is started with, word for word: `command`, then `args`."""
    for path in ("command", "args"):
        yield from container.value[path].items()


class Flag:
    """A flag of a program (`--name=value`): the argument that holds it, and its value."""

    __slots__ = ("text", "value")

    def __init__(self, value: Value, text: str) -> None:
        self.value = value
        self.text = text

    @property
    def parts(self) -> tuple[str, ...]:
        """The values of a flag that takes several with commas between."""
        return tuple(part.strip() for part in self.text.split(","))


class Program:
    """A container that runs one program of the control plane, with its flags."""

    __slots__ = ("container", "flags", "open", "place")

    def __init__(self, container: Container, place: Value, flags: dict[str, Flag], open: bool) -> None:
        self.container = container
        self.place = place
        self.flags = flags
        self.open = open

    def flag(self, name: str) -> Flag | None:
        """The flag of that name, without dashes."""
        return self.flags.get(name)

    def lacks(self, name: str) -> bool:
        """Surely not given; False, noted as an unknown read, where not all arguments are known."""
        if name in self.flags:
            return False
        if self.open:
            return self.place.known is None and False
        return True


def programs(workload: Resource, *names: str) -> Iterator[Program]:
    """The containers of a workload that run one of the programs, told by what they start (never by their name)."""
    for container in containers(workload):
        every = list(arguments(container))
        if not every:
            continue
        words = [word for value in every for word in _words(value.text or "")]
        if any(word.rpartition("/")[2] in names for word in words[:6]):
            yield Program(container, _place(container), _flags(every), any(value.text is None for value in every))


def _place(container: Container) -> Value:
    command = container.value["command"]
    return command if command.state is not ABSENT else container.value["args"]


def _flags(every: list[Value]) -> dict[str, Flag]:
    """Flags by name, the last of several. One argument may hold a whole shell command."""
    found: dict[str, Flag] = {}
    waiting: tuple[str, Value] | None = None
    for value in every:
        for word in _words(value.text or ""):
            if waiting is not None and not word.startswith("-"):
                found[waiting[0]] = Flag(waiting[1], word)
                waiting = None
                continue
            waiting = None
            if word.startswith("--"):
                name, equals, text = word[2:].partition("=")
                found[name] = Flag(value, text.strip("'\"") if equals else "true")
                if not equals:
                    waiting = (name, value)
    return found
