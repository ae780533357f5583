"""How a session begins and ends: what was agreed on, the client's folders, the client's death."""

from __future__ import annotations

import logging

from lsprotocol import types

from ..convert import path_of
from ..serving import Server

log = logging.getLogger(__name__)


def register(server: Server) -> None:
    """Add the messages about the session itself."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        encoding = server.workspace.position_encoding
        server.session.encoding = str(getattr(encoding, "value", encoding))
        uris = [folder.uri for folder in params.workspace_folders or ()]
        uris = uris or [uri for uri in (params.root_uri,) if uri]
        server.session.work_in(path_of(uri) for uri in uris if uri.startswith("file:"))

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {path_of(folder.uri) for folder in params.event.removed}
        kept = [folder for folder in server.session.snapshot.folders if folder not in gone]
        server.session.work_in([*kept, *(path_of(folder.uri) for folder in params.event.added)])
        server.judge.settings_changed()
        server.refresher.poke()
