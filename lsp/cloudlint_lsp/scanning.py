"""Scanning: the whole workspace judged in the background, some files at a time, and kept up to date once asked for.

What an editor waits for goes first: a change of a buffer interrupts what is being judged. What was judged before is not
lost, and what the change does not concern is not judged again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial

from .collecting import Collector
from .diagnostic import Writer
from .judging import Judge, Verdict, files_of
from .publishing import Found
from .refreshing import Refresher
from .session import Session, Snapshot
from .working import Ticket, Worker

IDLE = 1.0  # seconds without a change before the workspace is judged anew
PAUSE = 0.4  # seconds without a change before a scan that was interrupted goes on
AT_A_TIME = 100  # files: of what is known already that is a thirtieth of a second

log = logging.getLogger(__name__)


class Scanner:
    """What is known of every file of the workspace; `told` is called whenever a scan has changed that."""

    def __init__(
        self,
        session: Session,
        judge: Judge,
        worker: Worker,
        refresher: Refresher,
        collector: Collector,
        told: Callable[[dict[str, Found]], None],
    ) -> None:
        self.found: dict[str, Found] = {}  # by path
        self.wanted = False
        self._generation = -1
        self._session = session
        self._judge = judge
        self._worker = worker
        self._refresher = refresher
        self._collector = collector
        self._told = told
        self._ticket: Ticket | None = None
        self._one_at_a_time = asyncio.Lock()
        self._news = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None
        self._related = True

    def interrupt(self) -> None:
        """Something more urgent is to be done."""
        if self._ticket is not None:
            self._ticket.cancel()

    def changed(self, related: bool) -> None:
        """There is a new verdict on the buffers: judge the rest anew when it gets quiet, if that was ever asked for."""
        self._related = related
        if self.wanted and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._when_quiet())

    async def scan(self, progress: Callable[[int, int], None] = lambda done, total: None) -> None:
        """Judge all files; `progress` gets how many are done and how many there are."""
        self.wanted = True
        async with self._one_at_a_time:
            generation = self._session.snapshot.generation
            if self._generation == generation:
                return
            paths = await self._paths()
            found: dict[str, Found] = {}
            for start in range(0, len(paths), AT_A_TIME):
                progress(start, len(paths))
                found |= await self._some(paths[start : start + AT_A_TIME])
            await self._worker.do(lambda ticket: self._judge.memory.forget_unasked())
            before = self.identities
            self.found, self._generation = found, generation
            if self.identities != before:
                self._told(found)
        async with self._news:
            self._news.notify_all()

    async def differs(self, known: dict[str, str]) -> None:
        """Wait until something else is found than the identities by URI that are `known`."""
        async with self._news:
            await self._news.wait_for(lambda: self.identities != known)

    @property
    def identities(self) -> dict[str, str]:
        """By URI, of the files where something was found."""
        return {entry.uri: entry.held.identity for entry in self.found.values() if entry.held.rules}

    async def _when_quiet(self) -> None:
        while self._generation != self._session.snapshot.generation:
            generation = self._session.snapshot.generation
            await asyncio.sleep(IDLE)
            if generation == self._session.snapshot.generation:
                try:
                    await self.scan()
                except Exception:
                    log.exception("the workspace could not be judged")
                    return

    async def _paths(self) -> list[str]:
        snapshot = self._session.snapshot
        folders = await self._worker.do(lambda ticket: self._judge.folders(snapshot))
        found = await asyncio.to_thread(files_of, folders or {})  # not on the worker: who types does not wait for it
        return list(dict.fromkeys([*found, *snapshot.buffers]))

    async def _some(self, paths: Sequence[str]) -> dict[str, Found]:
        """What stands in some files; tried again as long as something more urgent comes between."""
        while True:
            ticket = self._ticket = Ticket()
            try:
                verdict = await self._worker.do(partial(self._judged, self._session.snapshot, paths), ticket)
            finally:
                self._ticket = None
            for rule in ticket.overdue:
                self._judge.quarantine(rule, "it took too long")
            if verdict is not None:
                return self._entries(verdict, paths)
            await self._pause()

    async def _pause(self) -> None:
        """Wait until nobody types: a module that takes longer than from key to key would be begun again and again."""
        generation = -1
        while generation != self._session.snapshot.generation:
            generation = self._session.snapshot.generation
            await asyncio.sleep(PAUSE)
        await self._refresher.current()

    def _judged(self, snapshot: Snapshot, paths: Sequence[str], ticket: Ticket) -> Verdict:
        verdict = self._judge.scanned(snapshot, paths, ticket.checkpoint)
        self._collector.keep()
        return verdict

    def _entries(self, verdict: Verdict, paths: Sequence[str]) -> dict[str, Found]:
        places, writer = verdict.places(self._session.encoding), Writer()
        made = {}
        for path in paths:
            held = writer.held(verdict.reports.get(path, ()), places, related=self._related)
            buffer = verdict.snapshot.buffers.get(path)
            made[path] = Found(places.uri(path), buffer.version if buffer else None, held)
        return made
