"""Collecting garbage when nobody waits. Every judgement leaves a module behind, full of cycles; Python would look for
them in the midst of a keystroke, and through all that is there each time.
"""

from __future__ import annotations

import gc

QUIET = 0.3  # seconds without work after which garbage is collected
MOST_NEW = 1_200_000  # objects (about 100 MB) after which it is collected all the same: a tenth of a second
GROWN = 1.5  # times as many old objects as when all were last looked at: some of them must be garbage by now
SLACK = 300_000  # objects
WORTH = 50_000  # new objects


def begin() -> None:
    """Leave alone what is there now, and wait with what will come."""
    gc.set_threshold(MOST_NEW, 1, 1)
    gc.collect()
    gc.freeze()


class Collector:
    """Collects in quiet moments: mostly what is new, now and then everything."""

    def __init__(self) -> None:
        self._old = gc.get_freeze_count()

    def collect(self) -> None:
        """Collect; what is left counts as old and is not looked at until there is much more of it."""
        if gc.get_freeze_count() > GROWN * self._old + SLACK:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._old = gc.get_freeze_count()
        else:
            gc.collect()
            gc.freeze()

    def keep(self) -> None:
        """Collect what is new where that is much; what is left is there to stay, and no sign of garbage.

        For a scan, which remembers whatever it judges: Python would go through all of that again and again.
        """
        if gc.get_count()[0] < WORTH:
            return
        before = gc.get_freeze_count()
        gc.collect()
        gc.freeze()
        self._old += gc.get_freeze_count() - before
