"""The session: which buffers are open, which folders and options the client has set; handed out as frozen snapshots.

Only the event loop changes a session. Whoever works elsewhere holds a snapshot, which never changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lsprotocol import types

from cloudlint.config import Settings

from .convert import BOM, edited, path_of

LANGUAGE_FILES = {
    "terraform": "main.tf",
    "terraform-vars": "terraform.tfvars",
    "opentofu": "main.tofu",
    "opentofu-vars": "terraform.tfvars",
    "dockercompose": "compose.yaml",
}
"""Language identifiers of clients -> the file name that a buffer without file is read under."""


class Buffer(NamedTuple):
    """An open text: `text` as the client has it, byte order mark and line ends included."""

    uri: str
    path: str
    text: str
    version: int

    @property
    def content(self) -> str:
        """The text as the core reads it."""
        return self.text.removeprefix(BOM)


class Options(NamedTuple):
    """What the client has set: the settings that hold where no file says otherwise, and what only editors have."""

    settings: Settings = Settings()
    inlay_hints: bool = False
    code_lens: bool = True
    hover_findings: bool = (
        True  # hovers repeat what was found, and where: not for editors that show it there themselves
    )


class Snapshot(NamedTuple):
    """The session at one moment; `generation` grows with every change that may move a finding."""

    generation: int = 0
    buffers: Mapping[str, Buffer] = MappingProxyType({})
    folders: tuple[str, ...] = ()
    options: Options = Options()

    @property
    def overlay(self) -> dict[str, str]:
        """The text of every buffer as the core reads it, by path."""
        return {path: buffer.content for path, buffer in self.buffers.items()}

    @property
    def uris(self) -> dict[str, str]:
        """The client's own spelling of the URI of every buffer, by path."""
        return {path: buffer.uri for path, buffer in self.buffers.items()}

    @property
    def versions(self) -> dict[str, int | None]:
        """The version of every buffer, by path."""
        return {path: buffer.version for path, buffer in self.buffers.items()}


class Session:
    """The current snapshot, and how it changes."""

    def __init__(self) -> None:
        self.snapshot = Snapshot()
        self.encoding = "utf-16"
        self._paths: dict[str, str] = {}

    def open(self, document: types.TextDocumentItem) -> Buffer:
        """A buffer appears (or is opened again)."""
        path = path_of(document.uri, LANGUAGE_FILES.get(document.language_id, f"buffer.{document.language_id}"))
        self._paths[document.uri] = path
        buffer = Buffer(document.uri, path, document.text, document.version)
        self._buffers({**self.snapshot.buffers, path: buffer})
        return buffer

    def change(
        self, document: types.VersionedTextDocumentIdentifier, changes: Iterable[types.TextDocumentContentChangeEvent]
    ) -> Buffer | None:
        """A buffer's text changes; None (and no change) for one that was never opened."""
        old = self.buffer(document.uri)
        if old is None:
            return None
        buffer = old._replace(text=edited(old.text, changes, self.encoding), version=document.version)
        self._buffers({**self.snapshot.buffers, buffer.path: buffer})
        return buffer

    def close(self, uri: str) -> Buffer | None:
        """A buffer disappears; gives it back, None where it was never opened."""
        buffer = self.buffer(uri)
        if buffer is not None:
            del self._paths[uri]
            self._buffers({path: other for path, other in self.snapshot.buffers.items() if path != buffer.path})
        return buffer

    def buffer(self, uri: str) -> Buffer | None:
        """The open buffer of a URI."""
        return self.snapshot.buffers.get(self._paths.get(uri, ""))

    def configure(self, options: Options) -> bool:
        """The client has set options; tells whether they differ from before."""
        if options == self.snapshot.options:
            return False
        self.snapshot = self.snapshot._replace(options=options)
        self.touch()
        return True

    def work_in(self, folders: Iterable[str]) -> None:
        """The client's folders, as absolute paths."""
        self.snapshot = self.snapshot._replace(folders=tuple(dict.fromkeys(folders)))
        self.touch()

    def touch(self) -> None:
        """Something has changed that findings depend on."""
        self.snapshot = self.snapshot._replace(generation=self.snapshot.generation + 1)

    def _buffers(self, buffers: Mapping[str, Buffer]) -> None:
        self.snapshot = self.snapshot._replace(buffers=MappingProxyType(dict(buffers)))
        self.touch()
