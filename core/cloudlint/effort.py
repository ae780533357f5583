"""Effort: how a run goes about its work, which makes no difference to its outcome."""

from __future__ import annotations

import os
from collections.abc import Callable

from .typed import NamedTuple

ALL_CORES = 0
PATIENCE = 0.5  # seconds of work after which it is looked at how much is left
WORTH = 1.0  # seconds of work for which one more process is started: to start one takes a third of that

MANY_FILES = 100  # to be looked at: fewer are judged in the time that a cache takes to read

_QUOTA = "/sys/fs/cgroup/cpu.max"


class Effort(NamedTuple):
    """The processes that may be started, and who hears how far the work is.

    `jobs` may be ALL_CORES. `progress` is told how many parts of how many are judged. With `cache`, what large folders
    come to is kept for the next run. Of more files than `keeps` no values stay in a memory. With `patience` (seconds) 0
    processes are started and the cache is used however little there is to do.
    """

    jobs: int = 1
    progress: Callable[[int, int], None] | None = None
    patience: float = PATIENCE
    cache: bool = False
    keeps: int | None = None

    def remembers(self, files: int) -> bool:
        """Are so many files worth a look into the cache?"""
        return self.cache and (files >= MANY_FILES or not self.patience)

    def processes(self, done: int, of: int, seconds: float) -> int:
        """How many processes to start when so many parts of so many took so long; 1 means none but this one.

        What is small ends before that, and how small it is nobody can tell better than the work itself.
        """
        if self.jobs == 1 or done == of or seconds < self.patience:
            return 1
        left = seconds / max(done, 1) * (of - done)
        worth = of - done if not self.patience else int(left / WORTH)
        return min(self.jobs or cores(), worth) or 1

    def too_many(self, files: int) -> bool:
        """Are these more files than those whose values may be kept?"""
        return self.keeps is not None and files > self.keeps

    def tell(self, done: int, of: int) -> None:
        """So many parts are judged."""
        if self.progress is not None:
            self.progress(done, of)


NONE = Effort()


def cores() -> int:
    """The processors that this process may use; in a container these are often fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)
    count = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    try:
        with open(_QUOTA, encoding="ascii") as file:
            quota, period = file.read().split()
        return max(1, min(count, -(-int(quota) // int(period))))
    except (OSError, ValueError):  # not Linux, or no limit
        return count
