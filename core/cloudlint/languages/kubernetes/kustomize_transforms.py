"""What a kustomization changes in every object: namespace, names, labels, annotations, images, replicas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from ...resource import KNOWN, Step, Value
from .kustomize import entry_of, fits, items_of, word_of
from .kustomize_references import at_each

Described = Mapping[str, Value]

_WITHOUT_NAMESPACE = frozenset(
    (
        *("AdmissionConfiguration", "ClusterRole", "ClusterRoleBinding", "MutatingWebhookConfiguration", "Namespace"),
        *("PersistentVolume", "PodSecurityPolicy", "StorageClass", "ValidatingWebhookConfiguration"),
    )
)
_TEMPLATES = (("spec", "template"), ("spec", "jobTemplate", "spec", "template"), ("spec", "jobTemplate"))
_SELECTORS = (("spec", "selector", "matchLabels"), ("spec", "podSelector", "matchLabels"))
_TERMS = "affinity.{0}.{1}DuringSchedulingIgnoredDuringExecution.{2}labelSelector.matchLabels"
_INSIDE = (
    *("spec.ingress.from.podSelector.matchLabels", "spec.egress.to.podSelector.matchLabels"),
    *(
        f"spec.template.spec.{path}"
        for path in (
            "topologySpreadConstraints.labelSelector.matchLabels",
            *(_TERMS.format(kind, "required", "") for kind in ("podAffinity", "podAntiAffinity")),
            *(_TERMS.format(kind, "preferred", "podAffinityTerm.") for kind in ("podAffinity", "podAntiAffinity")),
        )
    ),
)
_CONTAINERS = ("containers", "initContainers", "ephemeralContainers")


def transformed(value: Value, root: Value, names: Collection[str]) -> Value:
    """An object as the fields of a kustomization change it, patches apart; `names` are all that it has had."""
    namespace = entry_of(root, "namespace")
    kind = word_of(value, "kind")
    if namespace is not None and namespace.data and (kind == "Namespace" or kind not in _WITHOUT_NAMESPACE):
        field = "name" if kind == "Namespace" else "namespace"
        value = put(value, ("metadata", field), lambda old: namespace)
    if namespace is not None and kind in ("RoleBinding", "ClusterRoleBinding"):
        value = at_each(value, ["subjects"], lambda subject: _of_default(subject, namespace))
    for labels, everywhere in _labels(root):
        value = _labelled(value, labels, everywhere)
    for item in items_of(root, "labels"):
        for place in items_of(item, "fields"):
            value = _labelled_at(value, place, entry_of(item, "pairs"))
    annotations = entry_of(root, "commonAnnotations")
    if annotations is not None and isinstance(annotations.data, Mapping):
        for path in (("metadata",), *(inside for inside in _TEMPLATES if _there(value, inside))):
            value = _added(
                value, (*path, *(("metadata",) if path != ("metadata",) else ()), "annotations"), annotations
            )
    for item in items_of(root, "replicas"):
        count = entry_of(item, "count")
        if count is not None and word_of(item, "name") in names and entry_of(entry_of(value, "spec"), "replicas"):
            value = put(value, ("spec", "replicas"), lambda old, count=count: count)  # type: ignore[misc]
    for item in items_of(root, "images"):
        value = _with_image(value, item)
    return value


def _of_default(subject: Value, namespace: Value) -> Value:
    """A subject; the account that every namespace has is that of the new one."""
    if word_of(subject, "kind") != "ServiceAccount" or word_of(subject, "name") != "default":
        return subject
    return put(subject, ("namespace",), lambda old: namespace)


def renamed(value: Value, root: Value) -> Value:
    """An object under the name that prefix and suffix of a kustomization give it."""
    prefix, suffix = word_of(root, "namePrefix"), word_of(root, "nameSuffix")
    if not (prefix or suffix) or word_of(value, "kind") == "Namespace":
        return value
    return put(value, ("metadata", "name"), lambda old: old.but(data=f"{prefix}{old.data}{suffix}", site=None))


def put(value: Value, path: tuple[str, ...], make: Callable[[Value], Value]) -> Value:
    """A value with what stands at a path made anew; what is missing on the way is made, too."""
    if not path:
        return make(value)
    entries = dict(value.data) if isinstance(value.data, Mapping) else {}
    inner = entries.get(path[0], Value(KNOWN, {} if len(path) > 1 else "", value.span, name=path[0]))
    entries[path[0]] = put(inner, path[1:], make)
    return value.but(data=entries, state=KNOWN)


def _there(value: Value, path: tuple[str, ...]) -> bool:
    for key in path:
        found = entry_of(value, key)
        if found is None:
            return False
        value = found
    return isinstance(value.data, Mapping)


def _labels(root: Value) -> Iterator[tuple[Value, tuple[bool, bool]]]:
    """The labels to add, and whether to selectors and to templates, too."""
    common = entry_of(root, "commonLabels")
    if common is not None:
        yield common, (True, True)
    for item in items_of(root, "labels"):
        pairs = entry_of(item, "pairs")
        selectors, templates = (entry_of(item, key) for key in ("includeSelectors", "includeTemplates"))
        chosen = selectors is not None and selectors.data is True
        if pairs is not None:
            yield pairs, (chosen, chosen or (templates is not None and templates.data is True))


def _labelled(value: Value, labels: Value, everywhere: tuple[bool, bool]) -> Value:
    selectors, templates = everywhere
    value = _added(value, ("metadata", "labels"), labels)
    if templates:
        for path in _TEMPLATES:
            if _there(value, path):
                value = _added(value, (*path, "metadata", "labels"), labels)
        value = at_each(
            value, ["spec", "volumeClaimTemplates"], lambda claim: _added(claim, ("metadata", "labels"), labels)
        )
    if not selectors:
        return value
    if word_of(value, "kind") in ("Service", "ReplicationController"):
        return _added(value, ("spec", "selector"), labels) if _there(value, ("spec", "selector")) else value
    for selector in _SELECTORS:
        if _there(value, selector[:-1]):
            value = _added(value, selector, labels)
    for where in _INSIDE:
        value = at_each(value, where.split("."), lambda old: _added(old, (), labels))
    return value


def _labelled_at(value: Value, field: Value, labels: Value | None) -> Value:
    """An object with labels at a place that the kustomization adds to those that Kustomize knows."""
    if labels is None or word_of(field, "kind") not in ("", word_of(value, "kind")):
        return value
    path = word_of(field, "path").replace("[]", "").split("/")
    create = entry_of(field, "create")
    if create is not None and create.data is True:
        return _added(value, tuple(path), labels)
    return at_each(value, path, lambda old: _added(old, (), labels))


def _added(value: Value, path: tuple[str, ...], entries: Value) -> Value:
    """Entries laid over those at a path."""

    def laid(old: Value) -> Value:
        given = entries.data if isinstance(entries.data, Mapping) else {}
        there = old.data if isinstance(old.data, Mapping) else {}
        return old.but(data={**there, **given}, state=KNOWN)

    return put(value, path, laid)


def _with_image(value: Value, item: Value) -> Value:
    """An object with the images that an entry of `images` is about, under their new name."""
    data = value.data
    if isinstance(data, tuple):
        return value.but(data=tuple(_with_image(inner, item) for inner in data))
    if not isinstance(data, Mapping):
        return value
    entries = {}
    for key, inner in data.items():
        if key in _CONTAINERS and isinstance(inner.data, tuple):
            inner = inner.but(data=tuple(_container(one, item) for one in inner.data))
        entries[key] = _with_image(inner, item) if isinstance(inner.data, (tuple, Mapping)) else inner
    return value.but(data=entries)


def _container(value: Value, item: Value) -> Value:
    image = entry_of(value, "image")
    if image is None or not isinstance(image.data, str) or not isinstance(value.data, Mapping):
        return value
    name, tag, digest = _parts(image.data)
    if not fits(word_of(item, "name"), name):  # Kustomize takes the name for a regular expression
        return value
    given = [entry_of(item, key) for key in ("digest", "newTag", "newName")]
    if all(part is None for part in given):
        return value
    if given[2] is not None:
        name = str(given[2].data)
    if given[0] is not None or given[1] is not None:
        tag, digest = (f":{given[1].data}" if given[1] is not None else ""), ""
    if given[0] is not None:
        digest = f"@{given[0].data}"
    decides = next(part for part in given if part is not None)
    steps = (Step(image.span, "the image that is renamed"),) if image.span is not None else ()
    made = Value(KNOWN, name + tag + digest, decides.span, trail=steps, name="image")
    return value.but(data={**value.data, "image": made})


def _parts(image: str) -> tuple[str, str, str]:
    """Name, tag with its colon, digest with its sign."""
    rest, sign, digest = image.partition("@")
    head, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        return rest, "", sign + digest
    return head, colon + tag, sign + digest
