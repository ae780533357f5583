"""Serving: what the handlers share."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from cloudlint.version import VERSION

from .convert import Places
from .judging import SETTINGS_FILES, Judge, Verdict
from .publishing import Publisher
from .refreshing import Refresher
from .session import Session
from .working import Worker

log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """pygls without its own copy of the texts: the session keeps them, and splits lines as the protocol says."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params):  # type: ignore[no-untyped-def]
        """Leave it to the handler."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params):  # type: ignore[no-untyped-def]
        """Leave it to the handler."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params):  # type: ignore[no-untyped-def]
        """Leave it to the handler."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Server(LanguageServer):
    """A language server over the core."""

    def __init__(self) -> None:
        super().__init__("cloudlint", VERSION, protocol_cls=Protocol, max_workers=2)
        self.session = Session()
        self.judge = Judge()
        self.worker = Worker()
        self.publisher = Publisher(self, self.session, self.judge, self.say_once)
        self.refresher = Refresher(self.session, self.judge, self.worker, self.publisher.tell)
        self.said: set[str] = set()
        self.tasks: set[asyncio.Task[None]] = set()

    @property
    def capabilities(self) -> types.ClientCapabilities:
        """What the client can do."""
        return self.client_capabilities

    def places(self, verdict: Verdict) -> Places:
        """Positions in the texts of a verdict, in the encoding agreed on."""
        return verdict.places(self.session.encoding)

    def disk_changed(self, paths: Sequence[str], *, moved: bool = False) -> None:
        """Files have changed on disk: judge anew."""
        self.judge.disk_changed(paths, moved=moved)
        if any(path.rpartition("/")[2] in SETTINGS_FILES for path in paths):
            self.judge.settings_changed()
        self.session.touch()
        self.refresher.poke()

    async def all_paths(self) -> list[str]:
        """Every file of the client's folders that is read, and every buffer."""
        snapshot = self.session.snapshot
        found = await self.worker.do(lambda ticket: self.judge.files(snapshot))
        return list(dict.fromkeys([*(found or ()), *snapshot.buffers]))

    def say_once(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Show a message, at most once for each cause."""
        log.warning("%s", message)
        if message not in self.said:
            self.said.add(message)
            self.window_show_message(types.ShowMessageParams(kind, f"cloudlint: {message}"))

    def report_server_error(self, error: Exception, source: object) -> None:
        """What went wrong in a handler goes to the log, and once to the user."""
        log.error("%s", error, exc_info=error)
        text = str(error).strip().splitlines()
        self.say_once(f"something went wrong inside the server ({text[0] if text else type(error).__name__})")

    def shutdown(self) -> None:
        """End, without waiting for work."""
        self.worker.close()
        super().shutdown()  # type: ignore[no-untyped-call]
