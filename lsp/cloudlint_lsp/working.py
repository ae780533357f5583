"""Working: one thread that judges, and how work on it is ended early, watched, and replaced by newer work.

The event loop never judges. One thread is enough: Python runs one at a time anyway, and the memory that makes a
keystroke cheap belongs to one run at a time.
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, get_ident
from typing import TypeVar

from cloudlint.workspace import GOING_ON

T = TypeVar("T")

RULE_LIMIT = 5.0  # seconds of the processor that one rule may take over one module
LOOKS = 10  # so often it may be seen at it, two looks in the time of the limit, if it waits instead of working
log = logging.getLogger(__name__)


class Cancelled(BaseException):
    """Newer work has made this work pointless. No Exception, so that nobody takes it for a fault of a rule."""


class Ticket:
    """One piece of work: `checkpoint` is called by the core with what it is about to do."""

    def __init__(self) -> None:
        self._cancelled = Event()
        self.doing = ""
        self.since = 0.0
        self.looks = 0
        self.thread = 0
        self.overdue: list[str] = []

    def cancel(self) -> None:
        """End the work at its next checkpoint."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Is the work to end?"""
        return self._cancelled.is_set()

    def checkpoint(self, doing: str) -> None:
        """Go on, or raise Cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        if doing == GOING_ON:
            return
        self.doing = doing
        self.since = time.process_time()
        self.looks = 0


class Worker:
    """The thread, and the watch over it."""

    def __init__(self, limit: float = RULE_LIMIT) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="cloudlint")
        self._limit = limit
        self._now: Ticket | None = None

    async def do(self, work: Callable[[Ticket], T], ticket: Ticket | None = None) -> T | None:
        """The result of `work` on the thread; None where its ticket was cancelled. Raises what the work raises."""
        ticket = ticket or Ticket()
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._pool, self._run, work, ticket)
        try:
            while True:
                done, _ = await asyncio.wait({future}, timeout=self._limit / 2)
                if done:
                    return future.result()
                self._watch(ticket)
        except asyncio.CancelledError:  # nobody waits for the result any more
            ticket.cancel()
            raise

    def _run(self, work: Callable[[Ticket], T], ticket: Ticket) -> T | None:
        ticket.thread = get_ident()
        ticket.since = time.process_time()
        self._now = ticket
        try:
            return work(ticket) if not ticket.cancelled else None
        except Cancelled:
            return None
        finally:
            self._now = None

    def _watch(self, ticket: Ticket) -> None:
        """Raise TimeoutError inside a rule that takes too long: linting makes it a finding about the rule.

        The clock on the wall does not tell: it goes on while the machine is busy with others, or asleep.
        """
        if self._now is not ticket or not ticket.doing or "/" in ticket.doing:
            return
        ticket.looks += 1
        too_long = time.process_time() - ticket.since > self._limit or ticket.looks >= LOOKS
        if too_long and ticket.doing not in ticket.overdue:
            ticket.overdue.append(ticket.doing)
            log.error("rule %s took more than %s seconds and was stopped", ticket.doing, self._limit)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ticket.thread), ctypes.py_object(TimeoutError))

    def close(self) -> None:
        """End; what is at work is not waited for."""
        if self._now is not None:
            self._now.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)
