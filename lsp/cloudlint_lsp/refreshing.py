"""Refreshing: the verdict on all open buffers, brought up to date after every change; the newest change wins."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from .collecting import QUIET, Collector
from .judging import Judge, Verdict
from .session import Session, Snapshot
from .working import Ticket, Worker

PAUSE = 0.002  # seconds: a client sends what belongs together without a pause
MOST_PAUSES = 4  # that are waited for before something is judged all the same
PATIENCE = 1.0  # seconds after which somebody who types without a pause gets to see something all the same

log = logging.getLogger(__name__)


class Refresher:
    """Keeps `verdict` up to date; `told` is called with every new one, on the event loop."""

    def __init__(
        self,
        session: Session,
        judge: Judge,
        worker: Worker,
        collector: Collector,
        told: Callable[[Verdict], Awaitable[None]],
    ) -> None:
        self.verdict = Verdict()
        self.failure = ""
        self.seconds = 0.0  # that the last judgement took
        self.urgent: Callable[[], None] = lambda: None  # called when something is to be judged at once
        self._session = session
        self._judge = judge
        self._worker = worker
        self._told = told
        self._ticket: Ticket | None = None
        self._task: asyncio.Task[None] | None = None
        self._news = asyncio.Condition()
        self._waiting_since = 0.0
        self._collector = collector
        self._collecting: asyncio.Task[None] | None = None

    def poke(self) -> None:
        """Something has changed: judge anew; what is being judged is out of date."""
        now = time.monotonic()
        self.urgent()
        if self._task is None or self._task.done():
            self._waiting_since = now
            self._task = asyncio.get_running_loop().create_task(self._refresh())
        elif self._ticket is not None and now - self._waiting_since < PATIENCE:
            self._ticket.cancel()

    async def current(self) -> Verdict:
        """The verdict on the session as it is now (or on a newer one)."""
        wanted = self._session.snapshot.generation
        if self._session.snapshot.buffers and self.verdict.snapshot.generation < wanted:
            self.poke()
        async with self._news:
            await self._news.wait_for(lambda: self._settled(wanted))
        return self.verdict

    async def newer(self, generation: int) -> None:
        """Wait until there is a verdict on a snapshot after `generation`."""
        async with self._news:
            await self._news.wait_for(lambda: self.verdict.snapshot.generation > generation)

    def _settled(self, wanted: int) -> bool:
        return self.verdict.snapshot.generation >= wanted or not self._session.snapshot.buffers

    async def _refresh(self) -> None:
        while self.verdict.snapshot.generation < self._session.snapshot.generation:
            await self._pause()
            self._ticket = Ticket()
            snapshot = self._session.snapshot
            began = time.monotonic()
            verdict = await self._attempt(snapshot, self._ticket)
            if verdict is None:
                continue
            self.seconds = time.monotonic() - began
            self._waiting_since = time.monotonic()
            self.verdict = verdict
            async with self._news:
                self._news.notify_all()
            try:
                await self._told(verdict)
            except Exception:
                log.exception("a verdict could not be passed on")
        if self._collecting is None or self._collecting.done():
            self._collecting = asyncio.get_running_loop().create_task(self._collect())

    async def _pause(self) -> None:
        """Wait for what is still to come of what belongs together."""
        generation = -1
        for _ in range(MOST_PAUSES):
            if generation == self._session.snapshot.generation:
                return
            generation = self._session.snapshot.generation
            await asyncio.sleep(PAUSE)

    async def _collect(self) -> None:
        """Let go of what is not used any more, and collect garbage, once nothing has been asked for a while."""
        generation = -1
        while generation != self._session.snapshot.generation:
            generation = self._session.snapshot.generation
            await asyncio.sleep(QUIET)
        await self._worker.do(self._let_go)

    def _let_go(self, ticket: Ticket) -> None:
        self._judge.rest()
        self._collector.collect()

    async def _attempt(self, snapshot: Snapshot, ticket: Ticket) -> Verdict | None:
        """The verdict, None where it was overtaken. A failure of ours leaves the last verdict's findings standing."""
        try:
            verdict = await self._worker.do(
                lambda ticket: self._judge.verdict(snapshot, snapshot.buffers, ticket.checkpoint), ticket
            )
        except Exception as error:
            log.exception("judging failed")
            self.failure = f"{type(error).__name__}: {error}".rstrip(": ")
            return self.verdict._replace(snapshot=snapshot)
        for rule in ticket.overdue:
            self._judge.quarantine(rule, "it took too long")
        return verdict
