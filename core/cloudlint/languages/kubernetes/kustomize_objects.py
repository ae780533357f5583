"""The objects of a build on their way, and which of them a patch or a selector means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...resource import Value
from .kustomize import entry_of, fits, word_of

_SELECTOR = ("group", "version", "kind", "name", "namespace")


class Built:
    """An object on its way: `names` and `namespaces` are all that it has had, for patches may use any."""

    __slots__ = ("label", "names", "namespaces", "part", "value")

    def __init__(self, value: Value, *, part: bool = False) -> None:
        self.value = value
        self.label = word_of(entry_of(value, "metadata"), "name")
        self.names = {self.label}
        self.namespaces = {word_of(entry_of(value, "metadata"), "namespace")}
        self.part = part

    def becomes(self, value: Value) -> None:
        """Take in what a step has made of it; what is no object any more, Kustomize would refuse."""
        if not isinstance(value.data, Mapping):
            return
        self.value = value
        metadata = entry_of(value, "metadata")
        self.names.add(word_of(metadata, "name"))
        self.namespaces.add(word_of(metadata, "namespace"))


def is_of(built: Built, patch: Value) -> bool:
    """Does a patch name this object?"""
    metadata = entry_of(patch, "metadata")
    namespace = word_of(metadata, "namespace")
    return (
        word_of(patch, "kind") == word_of(built.value, "kind")
        and _group(patch) == _group(built.value)
        and word_of(metadata, "name") in built.names
        and (not namespace or namespace in built.namespaces or (namespace == "default" and "" in built.namespaces))
    )


def _group(value: Value) -> str:
    return word_of(value, "apiVersion").rpartition("/")[0]


def selected(built: Built, target: Value) -> bool:
    """Does a target mean this object? Texts are regular expressions for the whole."""
    group, _, version = word_of(built.value, "apiVersion").rpartition("/")
    texts: dict[str, Iterable[str]] = {
        "group": (group,),
        "version": (version,),
        "kind": (word_of(built.value, "kind"),),
        "name": built.names,
        "namespace": built.namespaces,
    }
    for key in _SELECTOR:
        wanted = word_of(target, key)
        if wanted and not any(fits(wanted, text) for text in texts[key]):
            return False
    metadata = entry_of(built.value, "metadata")
    return all(
        _carries(entry_of(metadata, where), word_of(target, selector))
        for selector, where in (("labelSelector", "labels"), ("annotationSelector", "annotations"))
    )


def _carries(carried: Value | None, selector: str) -> bool:
    """Do labels satisfy `a=b,c!=d,e,!f`? What is written otherwise satisfies nothing."""
    for term in (term.strip() for term in selector.split(",") if term.strip()):
        name, sign, wanted = re.split(r"\s*(!=|==?|$)\s*", term, maxsplit=1)
        there = word_of(carried, name.lstrip("!"))
        missing = entry_of(carried, name.lstrip("!")) is None
        if sign in ("=", "=="):
            fits = not missing and there == wanted
        elif sign == "!=":
            fits = missing or there != wanted
        else:
            fits = missing if name.startswith("!") else not missing and re.fullmatch(r"[\w./-]+", name) is not None
        if not fits:
            return False
    return True
