"""Pooling: parts judged by several processes of our own, for work that is worth their start.

A process is this program once more (`serve`), spoken to over its standard input and output: nothing is forked, nothing
is unpickled, and the same is done on every system. One that dies costs the part that it was at; it ends by itself when
the process that started it is gone.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from json import dumps, loads
from queue import Empty, SimpleQueue
from subprocess import PIPE, Popen
from threading import Lock, Thread

from .catalog import Catalog, Selection
from .judged import Judged, Options, attempted
from .languages import Part
from .packing import packed, unpacked
from .prints import PrintedWorkspace
from .typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import IO

MOST_AT_ONCE = 16  # parts that are given to a process in one go
READY = b"ready"
WATCH = 0.1  # seconds between two looks at whether somebody wants us to stop

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from cloudlint.pooling import serve; serve()"


class NoProcessesError(Exception):
    """No process of ours can be started here."""


class Task(NamedTuple):
    """What all parts of a run have in common."""

    root: str
    overlay: Mapping[str, str]
    size_limit: int
    options: Options


def pooled(
    parts: Sequence[Part], task: Task, jobs: int, rules: Container[str], progress: Callable[[int], None]
) -> list[Judged]:
    """The parts, judged by so many processes, in their order. `progress` hears how many are done, now and then.

    Whatever ends this early ends the processes, too. Raises NoProcessesError.
    """
    found: dict[int, Judged] = {}
    pool = _Pool(parts, task, jobs)
    try:
        while len(found) < len(parts):
            answer = pool.answer()
            if answer is not None:
                number, content = answer
                found[number] = content if isinstance(content, Judged) else unpacked(loads(content), rules)
            progress(len(found))
    finally:
        pool.end()
    return [found[number] for number in range(len(parts))]


class _Pool:
    """Processes, each with a thread that hands it parts and waits for its answers."""

    def __init__(self, parts: Sequence[Part], task: Task, jobs: int) -> None:
        self._parts = parts
        select, ignore = task.options.selection
        selection = (None if select is None else sorted(select), sorted(ignore))
        self._task = _json((task.root, task.overlay, task.size_limit, (*task.options[:2], selection)))
        self._jobs = jobs
        self._waiting = deque(range(len(parts)))
        self._answers: SimpleQueue[tuple[int, bytes | Judged] | None] = SimpleQueue()
        self._lock = Lock()
        self._ended = False
        self._processes: list[Popen[bytes]] = []
        self._threads = [Thread(target=self._work, daemon=True) for _ in range(jobs)]
        for thread in self._threads:
            thread.start()

    def answer(self) -> tuple[int, bytes | Judged] | None:
        """The number of a part and what it came to; None where there is nothing yet. Raises NoProcessesError."""
        try:
            answer = self._answers.get(timeout=WATCH)
        except Empty:
            return None
        if answer is None:
            raise NoProcessesError
        return answer

    def end(self) -> None:
        """End all processes, whatever they are doing."""
        with self._lock:
            self._ended = True
            self._waiting.clear()
            for process in self._processes:
                process.kill()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            _close(process)

    def _work(self) -> None:
        process = None
        while numbers := self._next():
            while numbers:
                process = process or self._started()
                if process is None:
                    self._answers.put(None)
                    return
                try:
                    _send(process.stdin, _json([self._parts[number] for number in numbers]))
                    while numbers:
                        self._answers.put((numbers[0], _received(process.stdout)))
                        numbers = numbers[1:]
                except (OSError, EOFError):
                    failure = f"its process {_ending(process.wait())}"
                    self._answers.put((numbers[0], Judged(failure=failure)))
                    numbers, process = numbers[1:], None

    def _next(self) -> list[int]:
        """The numbers of some parts to do: neighbours, which may share modules, and ever fewer towards the end."""
        with self._lock:
            count = max(1, min(MOST_AT_ONCE, len(self._waiting) // (2 * self._jobs)))
            return [self._waiting.popleft() for _ in range(min(count, len(self._waiting)))]

    def _started(self) -> Popen[bytes] | None:
        """A new process that knows its task; None where there can be none, or all is to end."""
        path = [os.path.abspath(folder) for folder in sys.path]
        try:
            with self._lock:
                if self._ended:
                    return None
                process = Popen([sys.executable, "-c", _BOOT, *path], stdin=PIPE, stdout=PIPE)
                self._processes.append(process)
            _send(process.stdin, self._task)
            return process if _received(process.stdout) == READY else None
        except (OSError, EOFError):
            return None


def serve() -> None:
    """What a process of the pool does: answer until nobody asks any more."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us hears it, and ends us
    gc.set_threshold(100_000, 20, 20)
    asking, answering = sys.stdin.buffer, sys.stdout.buffer
    try:
        for answer in _answers(asking):
            _send(answering, answer)
    except (EOFError, OSError):
        pass  # nobody asks any more
    except MemoryError:
        os._exit(1)
    os._exit(0)


def _answers(asking: IO[bytes]) -> Iterator[bytes]:
    root, overlay, size_limit, (var_files, name, (select, ignore)) = loads(_received(asking))
    selection = Selection(None if select is None else frozenset(select), frozenset(ignore))
    options = Options(tuple(var_files), name, selection)
    workspace = PrintedWorkspace(root, overlay, size_limit)
    catalog = Catalog()
    yield READY
    while True:
        for language, path, folders, *more in loads(_received(asking)):
            part = Part(language, path, tuple(folders), *more)
            yield _json(packed(attempted(workspace, part, options, catalog, keep=False)))


# ------------------------------------------------------------------------ what is said


def _json(content: object) -> bytes:
    return dumps(content).encode("ascii")


def _send(stream: IO[bytes] | None, content: bytes) -> None:
    assert stream is not None
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def _received(stream: IO[bytes] | None) -> bytes:
    """The next message; raises EOFError where there is none, or only a part of one."""
    assert stream is not None
    return _exactly(stream, int.from_bytes(_exactly(stream, 8), "big"))


def _exactly(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return content


def _ending(code: int) -> str:
    return f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"


def _close(process: Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    process.wait()
