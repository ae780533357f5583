"""How a session begins and ends: what was agreed on, the client's folders, its log level, its death."""

from __future__ import annotations

import asyncio
import logging
import os
import sys

from lsprotocol import types

from cloudlint import mending

from ..convert import path_of
from ..serving import Server
from . import settings, watched_files

CALM = 1.0  # seconds after the first findings before what a fix needs is loaded
LOOK = 5.0  # seconds between two looks at whether the client's process is still there


def register(server: Server) -> None:
    """Add the messages about the session itself."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        encoding = server.workspace.position_encoding
        server.session.encoding = str(getattr(encoding, "value", encoding))
        uris = [folder.uri for folder in params.workspace_folders or ()]
        uris = uris or [uri for uri in (params.root_uri,) if uri]
        server.session.work_in(path_of(uri) for uri in uris if uri.startswith("file:"))
        if params.initialization_options is not None:
            settings.take(server, params.initialization_options)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        server.keep(_end_with_client(server))
        server.keep(_prepare(server))
        await watched_files.watch(server)
        await settings.update(server, None, only_if_asked=True)

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {path_of(folder.uri) for folder in params.event.removed}
        kept = [folder for folder in server.session.snapshot.folders if folder not in gone]
        server.session.work_in([*kept, *(path_of(folder.uri) for folder in params.event.added)])
        server.judge.settings_changed()
        server.refresher.poke()

    @server.feature(types.SET_TRACE)
    def set_trace(params: types.SetTraceParams) -> None:
        level = logging.WARNING if params.value is types.TraceValue.Off else logging.DEBUG
        logging.getLogger("cloudlint_lsp").setLevel(level)


async def _prepare(server: Server) -> None:
    """Load the parser that has the last word on fixes before one is asked for: the first time it takes two seconds."""
    await server.refresher.newer(0)
    await asyncio.sleep(CALM)
    if any(path.endswith((".tf", ".tofu")) for path in server.session.snapshot.buffers):
        await asyncio.to_thread(mending.prepare)


async def _end_with_client(server: Server) -> None:
    """End when the client's process is gone, should it have left its end of the pipe open to somebody else."""
    process = server.process_id
    while process and sys.platform != "win32":
        await asyncio.sleep(LOOK)
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            os._exit(1)
        except OSError:
            return
