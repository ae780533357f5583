"""Names that objects of a build call each other by: they follow when a kustomization renames or moves an object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ...resource import Value
from .kustomize import entry_of, word_of
from .kustomize_objects import Built

# What is named -> where in a pod, and where in other kinds (https://kubectl.docs.kubernetes.io/references/kustomize/).
_IN_PODS = {
    "ConfigMap": (
        "volumes.configMap.name",
        "volumes.projected.sources.configMap.name",
        *(f"{where}.envFrom.configMapRef.name" for where in ("containers", "initContainers")),
        *(f"{where}.env.valueFrom.configMapKeyRef.name" for where in ("containers", "initContainers")),
    ),
    "Secret": (
        "volumes.secret.secretName",
        "volumes.projected.sources.secret.name",
        "imagePullSecrets.name",
        *(f"{where}.envFrom.secretRef.name" for where in ("containers", "initContainers")),
        *(f"{where}.env.valueFrom.secretKeyRef.name" for where in ("containers", "initContainers")),
    ),
    "ServiceAccount": ("serviceAccountName", "serviceAccount"),
    "PersistentVolumeClaim": ("volumes.persistentVolumeClaim.claimName",),
}
_ELSEWHERE: dict[str, dict[str, tuple[str, ...]]] = {
    "StatefulSet": {
        "Service": ("spec.serviceName",),
        "StorageClass": ("spec.volumeClaimTemplates.spec.storageClassName",),
    },
    "Ingress": {
        "Service": (
            "spec.defaultBackend.service.name",
            "spec.backend.serviceName",
            "spec.rules.http.paths.backend.service.name",
            "spec.rules.http.paths.backend.serviceName",
        ),
        "Secret": ("spec.tls.secretName",),
    },
    "ServiceAccount": {"Secret": ("imagePullSecrets.name",)},
    "PersistentVolume": {"StorageClass": ("spec.storageClassName",)},
    "PersistentVolumeClaim": {
        "PersistentVolume": ("spec.volumeName",),
        "StorageClass": ("spec.storageClassName",),
    },
}
# Objects that name another one with its kind, or its namespace, or both; the kind where that does not count. (Users are
# renamed with accounts of their name: so does Kustomize.)
_WHOLE = {
    "RoleBinding": (("roleRef", ""), ("subjects", "ServiceAccount")),
    "ClusterRoleBinding": (("roleRef", ""), ("subjects", "ServiceAccount")),
    "HorizontalPodAutoscaler": (("spec.scaleTargetRef", ""),),
    "MutatingWebhookConfiguration": (("webhooks.clientConfig.service", "Service"),),
    "ValidatingWebhookConfiguration": (("webhooks.clientConfig.service", "Service"),),
}
_PODS = {"Pod": "spec.", "PodTemplate": "template.spec.", "CronJob": "spec.jobTemplate.spec.template.spec."}
_PODS |= dict.fromkeys(
    ("DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet"), "spec.template.spec."
)


def follow(held: Iterable[Built]) -> None:
    """Have references say what the objects are called now."""
    moved: dict[tuple[str, str], list[Built]] = {}
    for one in held:
        for name in one.names:
            moved.setdefault((word_of(one.value, "kind"), name), []).append(one)
    moved = {key: ones for key, ones in moved.items() if any(_has_moved(one, key[1]) for one in ones)}
    if moved:
        for one in held:
            one.value = _followed(one.value, moved)


def _has_moved(one: Built, name: str) -> bool:
    return _name(one) != name or len(one.namespaces) > 1


def _followed(value: Value, moved: Mapping[tuple[str, str], list[Built]]) -> Value:
    kind, namespace = word_of(value, "kind"), word_of(entry_of(value, "metadata"), "namespace")

    def renamed(target: str) -> Callable[[Value], Value]:
        def change(old: Value) -> Value:
            found = _one(moved.get((target, str(old.data)), ()), str(old.data), namespace)
            return old if found is None else _said(old, _name(found))

        return change

    for target, paths in _IN_PODS.items() if kind in _PODS else ():
        for path in paths:
            value = at_each(value, (_PODS[kind] + path).split("."), renamed(target))
    for target, paths in _ELSEWHERE.get(kind, {}).items():
        for path in paths:
            value = at_each(value, path.split("."), renamed(target))
    for path, target in _WHOLE.get(kind, ()):
        value = at_each(value, path.split("."), lambda old, target=target: _whole(old, target, namespace, moved))  # type: ignore[misc]
    return value


def _whole(old: Value, kind: str, namespace: str, moved: Mapping[tuple[str, str], list[Built]]) -> Value:
    """A reference with its kind or namespace."""
    kind, name = kind or word_of(old, "kind"), word_of(old, "name")
    if not isinstance(old.data, Mapping) or "name" not in old.data:
        return old
    said = word_of(old, "namespace")
    candidates = moved.get((kind, name), ())
    if said:
        candidates = [
            one for one in candidates if said in one.namespaces or (said == "default" and "" in one.namespaces)
        ]
    found = _one(candidates, name, "" if said else namespace)
    if found is None:
        return old
    entries = {**old.data, "name": _said(old.data["name"], _name(found))}
    now = entry_of(entry_of(found.value, "metadata"), "namespace")
    if now is not None and kind in ("Service", "ServiceAccount"):
        entries["namespace"] = now
    return old.but(data=entries)


def _one(candidates: Iterable[Built], name: str, namespace: str) -> Built | None:
    """The one object that is meant; None where it is none, or could be several."""
    found = list(candidates)
    if len(found) > 1:
        near = [it for it in found if word_of(entry_of(it.value, "metadata"), "namespace") in ("", namespace)]
        found = near if namespace and near else found
    if len(found) > 1:
        found = [it for it in found if _name(it) == name] or found
    return found[0] if len({_name(one) for one in found}) == 1 else None


def _name(one: Built) -> str:
    return word_of(entry_of(one.value, "metadata"), "name")


def _said(old: Value, name: str) -> Value:
    return old if old.data == name else old.but(data=name, site=None)


def at_each(value: Value, path: list[str], change: Callable[[Value], Value]) -> Value:
    """A value with what stands at a path changed, in each item of the lists on the way; what is missing stays so."""
    data = value.data
    if isinstance(data, tuple):
        items = tuple(at_each(item, path, change) for item in data)
        return value if all(map(_is, items, data)) else value.but(data=items)
    if not path:
        return change(value)
    if not isinstance(data, Mapping) or path[0] not in data:
        return value
    inner = at_each(data[path[0]], path[1:], change)
    return value if inner is data[path[0]] else value.but(data={**data, path[0]: inner})


def _is(one: Value, other: Value) -> bool:
    return one is other
