"""Buffers that open, change, are saved and close."""

from __future__ import annotations

from lsprotocol import types

from ..serving import Server
from .watched_files import watches


def register(server: Server) -> None:
    """Add the notifications about buffers."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.session.open(params.text_document)
        server.refresher.poke()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        if server.session.change(params.text_document, params.content_changes) is not None:
            server.refresher.poke()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is not None:
            if not watches(server):
                server.judge.look_again()
            server.disk_changed([buffer.path])

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        buffer = server.session.close(params.text_document.uri)
        if buffer is not None:
            server.publisher.forget(buffer.path)
            server.refresher.poke()
