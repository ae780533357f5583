"""A kustomization to the objects that it builds, as `kustomize build` would, without what is outside the repository.

The order is Kustomize's own: resources, components, generated objects; then patches, and what changes every object.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from ...document import Document
from ...model import Related
from ...resource import UNKNOWN, Value
from ...workspace import Workspace
from .kustomize import entry_of, file_in, items_of, located, parsed, read, word_of
from .kustomize_generated import Generated, generated, laid_over
from .kustomize_inline import inline
from .kustomize_objects import Built, is_of, selected
from .kustomize_patches import operated, strategic
from .kustomize_references import follow
from .kustomize_replacements import expanded, parts_of, replaced, source_of, value_at
from .kustomize_transforms import renamed, transformed

MOST_LAYERS = 20  # kustomizations that build on kustomizations
REMOTE = "what this leads to is not in the repository"
UNREAD = "this patch is written with escapes that are not read here"
UNBUILT = "what this makes is known to Kustomize's plug-ins only"

_PLUG_INS = ("helmCharts", "helmChartInflationGenerator", "generators", "transformers", "configurations", "openapi")
_LISTS_REPLACED = ("openshift.io", "knative.dev")  # groups whose lists Kustomize knows no keys for

Objects = Callable[[Value], Iterator[Value]]


class Building:
    """One build. `documents` fills with what was read, `texts` with the files that generators take in, `not_followed`
    with what could not be read.

    `objects` finds the objects in a document of a manifest.
    """

    def __init__(self, workspace: Workspace, objects: Objects) -> None:
        self.documents: dict[str, Document] = {}
        self.texts: dict[str, Document] = {}
        self.not_followed: list[Related] = []
        self._variables: dict[str, Value] = {}
        self._workspace = workspace
        self._objects = objects

    def objects(self, path: str) -> list[Built]:
        """What the kustomization at `path` builds."""
        held: list[Built] = []
        self._build(path, held, ())
        variables = {name: value for name, item in self._variables.items() if (value := _referred(item, held))}
        for built in held if variables else ():
            built.value = expanded(built.value, variables)
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
        for new in generated(folder, root, self._text):
            self._generate(held, new)
        self._patch(folder, root, held)
        for built in held:
            built.becomes(renamed(transformed(built.value, root, built.names), root))
        for replacement in self._replacements(folder, root):
            self._replace(held, replacement)
        follow(held)
        self._variables.update((word_of(item, "name"), item) for item in items_of(root, "vars"))
        self._pass_over(root)

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

    def _text(self, path: str) -> Document | None:
        """A file that is content, not a manifest."""
        document = self._workspace.read(path) if self._workspace.holds(path) else None
        if document is not None:
            self.texts[path] = document
        return document

    def _pass_over(self, root: Value) -> None:
        """Say what is asked of a plug-in, or of Helm: nothing of a repository is run."""
        for name in _PLUG_INS:
            found = entry_of(root, name)
            if found is not None and found.span is not None:
                self.not_followed.append(Related(found.span, UNBUILT))

    # ----------------------------------------------------------------------------- generating

    def _generate(self, held: list[Built], new: Generated) -> None:
        if new.behaviour == "create":
            held.append(Built(new.value))
            return
        for built in [built for built in held if is_of(built, new.value)]:
            built.becomes(laid_over(built.value, new))

    # ------------------------------------------------------------------------------ replacing

    def _replacements(self, folder: str, root: Value) -> Iterator[Value]:
        for item in items_of(root, "replacements"):
            path = entry_of(item, "path")
            if path is None:
                yield item
            for value in self._roots(located(folder, str(path.data))) if path is not None else ():
                yield from value.data if isinstance(value.data, tuple) else (value,)

    def _replace(self, held: list[Built], replacement: Value) -> None:
        wanted = entry_of(replacement, "source")
        source = source_of(replacement, [it.value for it in held if wanted is not None and selected(it, wanted)])
        if source is None:  # of a kind that is not read, or of something remote
            source = Value(UNKNOWN, None, replacement.span, given=True)
        for target in items_of(replacement, "targets"):
            chosen, spared = entry_of(target, "select"), items_of(target, "reject")
            for built in held:
                if chosen is not None and selected(built, chosen) and not any(selected(built, it) for it in spared):
                    built.becomes(replaced(built.value, target, source))

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
        values = inline(self.documents[patch.span.path], patch.span, patch.data)
        if values is None:
            self.not_followed.append(Related(patch.span, UNREAD))
        return values or []

    def _apply(self, held: list[Built], patch: Value, target: Value | None) -> None:
        if target is None:
            if isinstance(patch.data, Mapping):
                self._merge(held, patch)
            return
        for built in [built for built in held if selected(built, target)]:
            if isinstance(patch.data, tuple):
                built.becomes(operated(built.value, patch))
            else:
                self._lay(held, built, patch)

    def _merge(self, held: list[Built], patch: Value) -> None:
        """Over the object that the patch names itself; one that names nothing here is held as a part of something."""
        found = [built for built in held if is_of(built, patch)]
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


def _is_inline(item: Value) -> bool:
    return isinstance(item.data, str) and "\n" in item.data


def _referred(variable: Value, held: list[Built]) -> Value | None:
    """What a variable stands for."""
    wanted = entry_of(variable, "objref")
    if wanted is None or not isinstance(wanted.data, Mapping):
        return None
    named = wanted.but(data={**wanted.data, "metadata": wanted})  # in the shape of the object
    found = [built for built in held if is_of(built, named)]
    path = word_of(entry_of(variable, "fieldref"), "fieldpath") or word_of(entry_of(variable, "fieldref"), "fieldPath")
    return value_at(found[0].value, parts_of(path or "metadata.name")) if len(found) == 1 else None
