"""Serving: what the handlers share."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from threading import Event
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter
from pygls.protocol.language_server import lsp_method

from cloudlint.version import VERSION

from .collecting import Collector
from .convert import Places
from .judging import SETTINGS_FILES, Judge, Verdict, files_of
from .publishing import Publisher, Ready
from .refreshing import Refresher
from .scanning import Scanner
from .session import Session
from .working import Worker

log = logging.getLogger(__name__)

MOVED_ON = int(types.LSPErrorCodes.ContentModified)
REFUSED = int(types.LSPErrorCodes.RequestFailed)
REFUSALS = frozenset({MOVED_ON, REFUSED})


def refusal(message: str, code: int = REFUSED) -> JsonRpcException:
    """The error to raise in a request that is not done, for a reason that the user may read."""
    return JsonRpcException(message, code=code)


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

    def _check_handler_result(self, future: Future[Any]) -> None:
        """As pygls does, which keeps every notification for ever: one for each key that is pressed."""
        super()._check_handler_result(future)
        for key in [key for key, kept in self._request_futures.items() if kept is future]:
            del self._request_futures[key]

    def _send_data(self, data: Any) -> None:
        """As pygls does, which goes through every part of a message; but what is ready is sent as it is."""
        for name in ("result", "params"):
            content = getattr(data, name, None)
            if isinstance(content, Ready) and self.writer is not None:
                head = {key: getattr(data, key) for key in ("jsonrpc", "id", "method") if hasattr(data, key)}
                body = f'{json.dumps(head)[:-1]}, "{name}": {content}}}'.encode(self.CHARSET)
                written = self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
                if inspect.isawaitable(written):
                    asyncio.ensure_future(written)  # noqa: RUF006  as pygls does
                return
        super()._send_data(data)


class Server(LanguageServer):
    """A language server over the core."""

    def __init__(self) -> None:
        self.converter: Converter = default_converter()  # type: ignore[no-untyped-call]  # pygls does not annotate it
        super().__init__(
            "cloudlint", VERSION, protocol_cls=Protocol, converter_factory=lambda: self.converter, max_workers=2
        )
        self.session = Session()
        self.judge = Judge()
        self.worker = Worker()
        self.publisher = Publisher(self, self.session, self.judge, self.say_once)
        collector = Collector()
        self.refresher = Refresher(self.session, self.judge, self.worker, collector, self._tell)
        self.scanner = Scanner(
            self.session,
            self.judge,
            self.worker,
            self.refresher,
            collector,
            lambda found: self.publisher.scanned(found),
        )
        self.refresher.urgent = self.scanner.interrupt
        self.log_file = ""
        self.said: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def capabilities(self) -> types.ClientCapabilities:
        """What the client can do."""
        return self.client_capabilities

    def places(self, verdict: Verdict) -> Places:
        """Positions in the texts of a verdict, in the encoding agreed on."""
        return verdict.places(self.session.encoding)

    async def _tell(self, verdict: Verdict) -> None:
        await self.publisher.tell(verdict)
        self.scanner.changed(self.publisher.shows_related)

    def keep(self, work: Coroutine[None, None, None]) -> None:
        """Run a coroutine beside everything else."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

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
        folders = await self.worker.do(lambda ticket: self.judge.folders(snapshot))
        found = await asyncio.to_thread(files_of, folders or {})
        return list(dict.fromkeys([*found, *snapshot.buffers]))

    def say_once(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Show a message, at most once for each cause."""
        log.warning("%s", message)
        if message not in self.said:
            self.said.add(message)
            self.window_show_message(types.ShowMessageParams(kind, f"cloudlint: {message}"))

    def report_server_error(self, error: Exception, source: object) -> None:
        """What went wrong in a handler goes to the log, and once to the user; a refusal is an answer like others."""
        if isinstance(error, JsonRpcException) and error.code in REFUSALS:
            return
        log.error("%s", error, exc_info=error)
        text = str(error).strip().splitlines()
        self.say_once(f"something went wrong inside the server ({text[0] if text else type(error).__name__})")

    def start_tcp(self, host: str, port: int) -> None:
        """Serve one client at a port. pygls stays there for ever when that is killed in the midst of an answer."""
        stop = self._stop_event = Event()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.protocol.set_writer(writer)
            try:
                await run_async(stop, reader, self.protocol, log, self.report_server_error)
            except ConnectionError:
                log.debug("the client has gone")
            finally:
                self.shutdown()

        async def listen() -> None:
            self._server = await asyncio.start_server(connected, host, port)
            async with self._server:
                await self._server.serve_forever()

        with suppress(asyncio.CancelledError):
            asyncio.run(listen())

    def shutdown(self) -> None:
        """End, without waiting for work or for the thread that reads."""
        self.worker.close()
        if self._stop_event is not None:
            self._stop_event.set()
        if self._thread_pool is not None:
            self._thread_pool.shutdown(wait=False, cancel_futures=True)
        if self._server is not None:
            self._server.close()

    @property
    def ended_well(self) -> bool:
        """Has the client said `shutdown` before it went?"""
        return self.protocol._shutdown
