"""Edits as a client can take them: with versions, with questions, with a snippet where a reason is to be typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from lsprotocol import types

from .convert import Places, Positions

_SPECIAL = re.compile(r"[\\$}]")  # in snippets


class Replacement(NamedTuple):
    """Offsets of a text and what comes in their place; `reason` is where in that a reason is to be typed, or -1."""

    start: int
    end: int
    text: str
    reason: int = -1

    @property
    def snippet(self) -> str:
        """The text as a snippet that has the cursor land in the reason."""
        before, after = (
            _SPECIAL.sub(r"\\\g<0>", part) for part in (self.text[: self.reason], self.text[self.reason :])
        )
        return f"{before}${{1:reason}}{after}"

    @property
    def plain(self) -> str:
        """The text without a reason; what separates it from what stands before goes, too, where the line ends."""
        if self.reason < 0:
            return self.text
        before, after = self.text[: self.reason], self.text[self.reason :]
        return (before if after[:1] == '"' else before.rstrip(" ")) + after


class Abilities(NamedTuple):
    """What a client can do with an edit: versions of documents, snippets, annotations that ask, files that are made."""

    versioned: bool = True
    snippets: bool = False
    asks: bool = False
    creates: bool = False


def abilities(capabilities: types.ClientCapabilities) -> Abilities:
    """What a client says that it can do."""
    can = capabilities.workspace.workspace_edit if capabilities.workspace is not None else None
    if can is None or not can.document_changes:
        return Abilities(versioned=False)
    operations = can.resource_operations or ()
    return Abilities(
        snippets=bool(can.snippet_edit_support),
        asks=can.change_annotation_support is not None,
        creates=types.ResourceOperationKind.Create in operations,
    )


def workspace_edit(
    changes: Mapping[str, Sequence[Replacement]],
    places: Places,
    versions: Mapping[str, int | None],
    can: Abilities,
    *,
    ask: str = "",
    created: Collection[str] = (),
) -> types.WorkspaceEdit:
    """Replacements by path as one edit.

    `ask` is the label of an annotation that has the client ask before it applies the edit; empty where it need not.
    `created` are the paths of files that are not there yet.
    """
    if not can.versioned:
        return types.WorkspaceEdit(
            changes={
                places.uri(path): [
                    types.TextEdit(places.positions(path).range(made.start, made.end), made.plain)
                    for made in replacements
                ]
                for path, replacements in changes.items()
            }
        )
    ask = ask if can.asks else ""
    create = types.CreateFileOptions(ignore_if_exists=True)
    made = [types.CreateFile(places.uri(path), options=create) for path in (created if can.creates else ())]
    documents = [
        types.TextDocumentEdit(
            types.OptionalVersionedTextDocumentIdentifier(uri=places.uri(path), version=versions.get(path)),
            [_edit(places.positions(path), replacement, ask, can.snippets) for replacement in replacements],
        )
        for path, replacements in changes.items()
    ]
    annotation = types.ChangeAnnotation(label=ask, needs_confirmation=True)
    return types.WorkspaceEdit(
        document_changes=[*made, *documents], change_annotations={ask: annotation} if ask else None
    )


def _edit(
    positions: Positions, made: Replacement, ask: str, snippets: bool
) -> types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit:
    range = positions.range(made.start, made.end)
    if made.reason >= 0 and snippets:
        return types.SnippetTextEdit(range, types.StringValue(made.snippet))
    if ask:
        return types.AnnotatedTextEdit(annotation_id=ask, range=range, new_text=made.plain)
    return types.TextEdit(range, made.plain)
