"""Dividing: parts among what is remembered of an earlier run, this process, and others where there is much to do."""

from __future__ import annotations

import time
from collections.abc import Sequence

from .catalog import Catalog
from .effort import Effort
from .judged import Judged, Known, Options, attempted
from .languages import Part
from .typed import NamedTuple
from .workspace import Workspace


class Means(NamedTuple):
    """What parts are judged with. With `keep` their values stay, for those who look at them or judge again."""

    workspace: Workspace
    options: Options
    catalog: Catalog
    effort: Effort
    keep: bool
    known: Known | None = None


def judged_by(means: Means, parts: Sequence[Part]) -> list[Judged]:
    """What the parts come to, in their order."""
    known = means.known
    if known is None:
        return _judged(means, parts)
    remembered = [known.found(part) for part in parts]
    left = [part for part, found in zip(parts, remembered, strict=True) if found is None]
    new = iter(_judged(means, left))
    return [found or next(new) for found in remembered]


def _judged(means: Means, parts: Sequence[Part]) -> list[Judged]:
    """By this process, and the rest by others as soon as it shows that this takes long."""
    found: list[Judged] = []
    alone, start = means.keep, time.monotonic()
    while len(found) < len(parts):
        done = len(found)
        jobs = 1 if alone else means.effort.processes(done, len(parts), time.monotonic() - start)
        if jobs > 1:
            found += _pooled(means, parts, done, jobs)
            alone = True
        else:
            found.append(attempted(means.workspace, parts[done], means.options, means.catalog, keep=means.keep))
            means.effort.tell(len(found), len(parts))
        if means.known is not None:  # at once: what follows may be ended early
            for part, judged in zip(parts[done : len(found)], found[done:], strict=True):
                means.known.keep(part, judged)
    return found


def _pooled(means: Means, parts: Sequence[Part], done: int, jobs: int) -> list[Judged]:
    """The parts behind those that are done, judged by other processes; nothing where none can be started."""
    from .pooling import NoProcessesError, Task, pooled

    workspace = means.workspace
    workspace.forget_all()
    task = Task(workspace.root, workspace.overlay, workspace.size_limit, means.options)
    try:
        return pooled(
            parts[done:], task, jobs, means.catalog.ids, lambda more: means.effort.tell(done + more, len(parts))
        )
    except NoProcessesError:
        return []
