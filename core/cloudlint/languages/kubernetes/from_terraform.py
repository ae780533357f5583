"""Terraform's `kubernetes_*` resources as what they become: `kubernetes_deployment_v1` is a Deployment.

Names go from `run_as_non_root` to `runAsNonRoot`, block types that may stand several times to the plural. Nothing is
copied: a value is translated when it is first read, and an edit goes back to the name that Terraform knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...model import Change
from ...patterns import pattern
from ...resource import KNOWN, Graph, Plain, Resource, Site, Value
from .kinds import canonical, is_ours
from .programs import programs

PREFIX = "kubernetes_"

_KINDS = {
    "daemonset": "DaemonSet",
    "daemon_set": "DaemonSet",
    **{
        re.sub(r"(?<!^)(?=[A-Z])", "_", kind).lower(): kind
        for kind in (
            *("ClusterRole", "ClusterRoleBinding", "ConfigMap", "CronJob", "Deployment", "Ingress", "Job"),
            *("LimitRange", "Namespace", "NetworkPolicy", "PersistentVolume", "PersistentVolumeClaim", "Pod"),
            *("PodDisruptionBudget", "PodSecurityPolicy", "ReplicationController", "ResourceQuota", "Role"),
            *("RoleBinding", "Secret", "Service", "ServiceAccount", "StatefulSet", "StorageClass"),
        )
    },
}

# Names that are not just the other one in camel case.
_NAMES = {
    "client_ip": "clientIP",
    "cluster_ip": "clusterIP",
    "container": "containers",
    "external_ips": "externalIPs",
    "host_ipc": "hostIPC",
    "host_pid": "hostPID",
    "init_container": "initContainers",
    "port": "ports",
    "range": "ranges",
    "rule": "rules",
    "subject": "subjects",
    "sysctl": "sysctls",
    "toleration": "tolerations",
    "volume": "volumes",
    "volume_claim_template": "volumeClaimTemplates",
    "volume_mount": "volumeMounts",
}
_NATIVE = {name: native for native, name in _NAMES.items()}

# Mappings whose keys are the author's own words.
_FREE = frozenset(
    (
        *("annotations", "binary_data", "data", "labels", "limits", "match_labels"),
        *("node_selector", "requests", "selector", "string_data"),
    )
)

_VERSION = pattern(r"_v[0-9]+(?:(?:alpha|beta)[0-9]+)?$")


def translate(graph: Graph) -> None:
    """Add to a graph, for each `kubernetes_*` resource in it, the object that it makes."""
    for resource in [resource for resource in graph.resources if resource.kind.startswith(PREFIX)]:
        made = _manifest(resource, graph) if resource.kind == "kubernetes_manifest" else _object(resource, graph)
        if made is not None:
            made.provider, made.call = resource.provider, resource.call
            graph.add(made)
            for program in programs(made, graph):
                graph.add(program)


def _object(resource: Resource, graph: Graph) -> Resource | None:
    kind = _KINDS.get(_VERSION.sub("", resource.kind.removeprefix(PREFIX)))
    if kind is None:
        return None
    # What is not set must be asked of the object as well: its places are the resource's own.
    return Resource(kind, resource.label, resource.address, resource.framework, _translated(resource), graph)


def _manifest(resource: Resource, graph: Graph) -> Resource | None:
    """The object that stands in a `kubernetes_manifest` as it is."""
    manifest = resource["manifest"]
    version, kind = manifest["apiVersion"].text, manifest["kind"].text
    if not version or not kind or not is_ours(version, kind):
        return None
    return Resource(canonical(version, kind), resource.label, resource.address, resource.framework, manifest, graph)


def _camel(native: str) -> str:
    first, *others = native.split("_")
    return _NAMES.get(native) or first + "".join(word.capitalize() for word in others)


def _snake(name: str) -> str:
    return _NATIVE.get(name) or re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _translated(value: Value) -> Value:
    if value.name in _FREE or value.state is not KNOWN:
        return value.but(site=_site(value))
    if isinstance(value.data, Mapping):
        return value.but(data=_Object(value.data), site=_site(value))
    if isinstance(value.data, tuple):
        return value.but(data=tuple(_translated(item) for item in value.data), site=_site(value))
    return value


def _site(value: Value) -> Site | None:
    return None if value.site is None else _Renamed(value.site)


class _Object(Mapping[str, Value]):
    """A block or object under the names of the Kubernetes API; values are translated when they are read."""

    __slots__ = ("data", "made")

    def __init__(self, data: Mapping[str, Value]) -> None:
        self.data = data
        self.made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self.made:
            native = _snake(name)
            value = self.data[native if native in self.data else name]
            self.made[name] = _translated(value if value.name else value.but(name=native))
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        return (_camel(name) for name in self.data)

    def __len__(self) -> int:
        return len(self.data)


class _Renamed:
    """A site that is told names of the Kubernetes API and writes Terraform's."""

    __slots__ = ("site",)

    def __init__(self, site: Site) -> None:
        self.site = site

    def set(self, name: str, value: Plain) -> Change | None:
        """Write an attribute; what would be a block in Terraform is left to its author."""
        return None if _nested(value) else self.site.set(_snake(name), value)

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Not every place takes several attributes at once."""
        return None

    def remove(self, name: str) -> Change | None:
        """Take away what stands here."""
        return self.site.remove(_snake(name))

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a block with plain attributes."""
        if any(_nested(value) for value in content.values()):
            return None
        return self.site.add(_snake(name), {_snake(key): value for key, value in content.items()})

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """No rule about Kubernetes writes a companion."""
        return None


def _nested(value: Plain) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(_nested(item) for item in value))
