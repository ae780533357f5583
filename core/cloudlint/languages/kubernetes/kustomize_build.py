"""A kustomization to the objects that it builds, as `kustomize build` would, without what is outside the repository.

The order is Kustomize's own: resources, components, generated objects; then patches, and what changes every object.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...document import Document
from ...model import Related
from ...resource import KNOWN, Value
from ...workspace import Workspace
from ..yaml.loading import load
from ..yaml.values import Reader
from .kustomize import entry_of, file_in, fits, items_of, located, parsed, read, word_of
from .kustomize_patches import operated, strategic
from .kustomize_transforms import renamed, transformed

MOST_LAYERS = 20  # kustomizations that build on kustomizations
REMOTE = "what this leads to is not in the repository"

_LISTS_REPLACED = ("openshift.io", "knative.dev")  # groups whose lists Kustomize knows no keys for
_SELECTOR = ("group", "version", "kind", "name", "namespace")

Objects = Callable[[Value], Iterator[Value]]


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
        self.value = value
        metadata = entry_of(value, "metadata")
        self.names.add(word_of(metadata, "name"))
        self.namespaces.add(word_of(metadata, "namespace"))


class Building:
    """One build. `documents` fills with what was read, `not_followed` with what could not be.

    `objects` finds the objects in a document of a manifest.
    """

    def __init__(self, workspace: Workspace, objects: Objects) -> None:
        self.documents: dict[str, Document] = {}
        self.not_followed: list[Related] = []
        self._workspace = workspace
        self._objects = objects

    def objects(self, path: str) -> list[Built]:
        """What the kustomization at `path` builds."""
        held: list[Built] = []
        self._build(path, held, ())
        return held

    def _build(self, path: str, held: list[Built], above: tuple[str, ...]) -> None:
        root = read(self._workspace, path)
        self._note(path)
        if root is None or path in above or len(above) > MOST_LAYERS:
            return
        folder, above = posixpath.dirname(path), (*above, path)
        for item in (*items_of(root, "resources"), *items_of(root, "bases")):
            self._take(folder, item, held, above)
        for item in items_of(root, "components"):
            inner = self._kustomization(folder, item)
            if inner:
                self._build(inner, held, above)
        held += (Built(value) for value in self._generated(folder, root))
        self._patch(folder, root, held)
        for built in held:
            built.becomes(renamed(transformed(built.value, root), root))

    # ------------------------------------------------------------------------------ taking in

    def _take(self, folder: str, item: Value, held: list[Built], above: tuple[str, ...]) -> None:
        if not isinstance(item.data, str):
            return
        path = located(folder, item.data)
        inner = self._kustomization(folder, item)
        if inner:
            found: list[Built] = []
            self._build(inner, found, above)
            held += found
        elif self._note(path) is not None:
            held += (Built(value) for root in self._roots(path) for value in self._objects(root))
        elif item.span is not None:
            self.not_followed.append(Related(item.span, REMOTE))

    def _kustomization(self, folder: str, item: Value) -> str:
        """The kustomization of the folder that an item names; empty where it is none."""
        path = located(folder, item.data) if isinstance(item.data, str) else ""
        return file_in(self._workspace, path) if path and self._workspace.holds(path) else ""

    def _note(self, path: str) -> Document | None:
        document = self._workspace.read(path, "kubernetes") if self._workspace.holds(path) else None
        if document is not None:
            self.documents[path] = document
        return document

    def _roots(self, path: str) -> list[Value]:
        """The documents of a file."""
        document = self._note(path)
        return list(parsed(document).values) if document is not None else []

    # ------------------------------------------------------------------------------- patching

    def _patch(self, folder: str, root: Value, held: list[Built]) -> None:
        for item in items_of(root, "patchesStrategicMerge"):
            for patch in self._patches(folder, item if _is_inline(item) else None, item):
                self._merge(held, patch)
        for item in items_of(root, "patches"):
            target = entry_of(item, "target")
            for patch in self._patches(folder, entry_of(item, "patch"), entry_of(item, "path")):
                self._apply(held, patch, target)
        for item in items_of(root, "patchesJson6902"):
            for patch in self._patches(folder, entry_of(item, "patch"), entry_of(item, "path")):
                self._apply(held, patch, entry_of(item, "target"))

    def _patches(self, folder: str, inline: Value | None, path: Value | None) -> list[Value]:
        """The documents of a patch that stands in the kustomization or in a file of its own."""
        if inline is not None:
            return self._inline(inline)
        return self._roots(located(folder, path.data)) if path is not None and isinstance(path.data, str) else []

    def _inline(self, patch: Value) -> list[Value]:
        """A patch written as a text: read where it stands, so that places and edits are those of the whole file."""
        if not isinstance(patch.data, str) or patch.span is None:
            return []
        document = self.documents[patch.span.path]
        text, span = document.text, patch.span
        start = text.find("\n", span.start, span.end) + 1
        if not start or text[span.start] not in "|>":
            return []
        blank = re.sub(r"[^\r\n]", " ", text[:start])
        stream = load(blank + text[start : span.end])
        reader = Reader(document)
        return [reader.value(node) for node in stream.documents if node is not None]

    def _apply(self, held: list[Built], patch: Value, target: Value | None) -> None:
        if target is None:
            if isinstance(patch.data, Mapping):
                self._merge(held, patch)
            return
        for built in [built for built in held if _selected(built, target)]:
            if isinstance(patch.data, tuple):
                built.becomes(operated(built.value, patch))
            else:
                self._lay(held, built, patch)

    def _merge(self, held: list[Built], patch: Value) -> None:
        """Over the object that the patch names itself; one that names nothing here is held as a part of something."""
        found = [built for built in held if _is_of(built, patch)]
        for built in found:
            self._lay(held, built, patch)
        if not found:
            held += (Built(value, part=True) for value in self._objects(patch))

    def _lay(self, held: list[Built], built: Built, patch: Value) -> None:
        lists = not word_of(built.value, "apiVersion").partition("/")[0].endswith(_LISTS_REPLACED)
        merged = strategic(built.value, patch, lists=lists)
        if merged is None:
            held.remove(built)
        else:
            built.becomes(merged)

    # ----------------------------------------------------------------------------- generating

    def _generated(self, folder: str, root: Value) -> Iterator[Value]:
        for generator, kind, where in (
            ("configMapGenerator", "ConfigMap", "data"),
            ("secretGenerator", "Secret", "stringData"),
        ):
            for item in items_of(root, generator):
                name = entry_of(item, "name")
                if name is None or word_of(item, "behavior") in ("merge", "replace"):
                    continue
                entries = {key: value.but(name=key) for key, value in self._entries(folder, item)}
                metadata = {key: value for key in ("name", "namespace") if (value := entry_of(item, key)) is not None}
                written = {
                    "apiVersion": Value(KNOWN, "v1", name.span),
                    "kind": Value(KNOWN, kind, name.span),
                    "metadata": Value(KNOWN, metadata, name.span),
                    where: Value(KNOWN, entries, name.span, name=where),
                }
                yield Value(KNOWN, written, name.span)

    def _entries(self, folder: str, item: Value) -> Iterator[tuple[str, Value]]:
        """What the literals of a generator say. Files that it takes in are kept elsewhere on purpose."""
        for literal in items_of(item, "literals"):
            if isinstance(literal.data, str):
                name, _, text = literal.data.partition("=")
                quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
                yield name, Value(KNOWN, text[1:-1] if quoted else text, literal.span)


def _is_inline(item: Value) -> bool:
    return isinstance(item.data, str) and "\n" in item.data


def _is_of(built: Built, patch: Value) -> bool:
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


def _selected(built: Built, target: Value) -> bool:
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
