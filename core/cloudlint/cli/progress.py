"""The bar that shows on a terminal how far a long run is."""

from __future__ import annotations

import time
from collections.abc import Callable
from shutil import get_terminal_size

from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

PATIENCE = 1.0  # seconds of work before anything is shown
PAUSE = 0.1  # seconds between two pictures
WIDEST = 30  # signs in the bar


class Bar:
    """Draws on one line of a stream, and leaves that line empty when it is closed.

    Only a carriage return and spaces are used, which every console understands.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + PATIENCE
        self._text = ""

    def __call__(self, done: int, of: int) -> None:
        """So many of so many are done."""
        now = self._clock()
        if now < self._next or not of:
            return
        self._next = now + PAUSE
        tail = f"{done:,} of {of:,}"
        room = min(WIDEST, get_terminal_size().columns - len(tail) - 12)
        bar = f"[{'#' * (done * room // of):<{room}}] " if room > 0 else ""
        if (text := f"judging {bar}{tail}") != self._text:
            self._draw(text)

    def close(self) -> None:
        """Take the bar away."""
        if self._text:
            self._draw("")

    def _draw(self, text: str) -> None:
        try:
            self._stream.write(f"\r{text:<{len(self._text)}}" + ("" if text else "\r"))
            self._stream.flush()
        except OSError:  # the terminal has gone
            self._next = float("inf")
        self._text = text
