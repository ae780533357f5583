"""Progress of long work, shown by clients that can, and cancelled by their users."""

from __future__ import annotations

import asyncio
import uuid

from lsprotocol import types
from pygls.lsp.server import LanguageServer


class Progress:
    """`async with Progress(...) as progress`; a user who cancels it cancels the task that holds it.

    `token` is the client's where it gave one; otherwise the server asks for one with `asks`, where the client can.
    """

    def __init__(
        self, server: LanguageServer, token: types.ProgressToken | None, title: str, *, asks: bool = False
    ) -> None:
        self._server = server
        self._token = token
        self._title = title
        self._asks = asks
        self._percent = -1

    async def __aenter__(self) -> Progress:
        window = self._server.client_capabilities.window
        if self._token is None and self._asks and window is not None and window.work_done_progress:
            token = str(uuid.uuid4())
            try:
                await self._server.work_done_progress.create_async(token)
            except Exception:  # a client that does not want it after all
                return self
            self._token = token
        if self._token is not None:
            progress = self._server.work_done_progress
            progress.begin(self._token, types.WorkDoneProgressBegin(title=self._title, percentage=0, cancellable=True))
            task = asyncio.current_task()
            future = progress.tokens[self._token]
            loop = asyncio.get_running_loop()
            future.add_done_callback(
                lambda done: loop.call_soon_threadsafe(task.cancel) if done.cancelled() and task else None
            )
        return self

    def report(self, done: int, all: int) -> None:
        """So much is done."""
        percent = 100 * done // max(all, 1)
        if self._token is not None and percent != self._percent:
            self._percent = percent
            value = types.WorkDoneProgressReport(message=f"{done}/{all} files", percentage=percent)
            self._server.work_done_progress.report(self._token, value)

    async def __aexit__(self, *error: object) -> None:
        if self._token is not None:
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
            self._server.work_done_progress.tokens.pop(self._token, None)
