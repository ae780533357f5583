"""Lasting memory: for those who judge a repository again and again, and look at the values of a few of its parts only.

Of the other parts it remembers what they came to, as text, and what each was made from. Of a change it is noted when it
came; whether it concerns a part is looked up when the part is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from json import dumps, loads
from sys import intern

from .catalog import Catalog
from .judged import Judged, Options
from .languages import Part
from .listening import ListeningWorkspace
from .memory import Memory
from .notices import INTERNAL_ERROR
from .packing import packed, unpacked
from .resource import Graph
from .typed import NamedTuple
from .workspace import Workspace


class Line(NamedTuple):
    """What a part came to, packed; when that was, and what it was made from."""

    content: bytes
    time: int
    depends: tuple[str, ...]


class Remembered:
    """The parts of one repository."""

    def __init__(self) -> None:
        self._lines: dict[tuple[Options, Part], Line] = {}
        self._asked: set[tuple[Options, Part]] = set()
        self._time = 0
        self._touched: dict[str, int] = {}  # when a file, folder or listing was last different

    def touch(self, different: Collection[str]) -> None:
        """These are different from now on, as `workspace.touched` tells it."""
        if different:
            self._time += 1
            self._touched.update(dict.fromkeys(map(intern, different), self._time))

    def found(self, options: Options, part: Part, rules: Container[str]) -> Judged | None:
        """What a part came to, if nothing has changed that it was made from."""
        key = (options, part._replace(folders=()))
        self._asked.add(key)
        line = self._lines.get(key)
        if line is None or any(self._touched.get(depend, 0) > line.time for depend in line.depends):
            return None
        return unpacked(loads(line.content), rules)._replace(depends=dict.fromkeys(line.depends, ""))

    def keep(self, options: Options, part: Part, judged: Judged) -> None:
        """Remember what a part came to, unless it failed."""
        key = (options, part._replace(folders=()))
        if judged.failure or any(it.rule == INTERNAL_ERROR.id for each in judged.judgements for it in each.findings):
            self._lines.pop(key, None)
        else:
            content = dumps(packed(judged._replace(depends={})), separators=(",", ":")).encode("ascii")
            self._lines[key] = Line(content, self._time, tuple(map(intern, judged.depends)))

    def forget_unasked(self) -> None:
        """Let go of what was not asked for since this was last called: of other settings, or no longer there."""
        self._lines = {key: line for key, line in self._lines.items() if key in self._asked}
        self._asked.clear()


class Asked(NamedTuple):
    """The parts of a repository, judged with the same options; `rules` are the ids that there are."""

    remembered: Remembered
    options: Options
    rules: Container[str]

    def found(self, part: Part) -> Judged | None:
        """What a part came to, if nothing has changed that it was made from."""
        return self.remembered.found(self.options, part, self.rules)

    def keep(self, part: Part, judged: Judged) -> None:
        """Remember what a part came to."""
        self.remembered.keep(self.options, part, judged)


class LastingMemory(Memory):
    """A memory in which values stay only of what was judged last inside of `using`."""

    def __init__(self) -> None:
        super().__init__()
        self._remembered: dict[tuple[str, int], Remembered] = {}

    @contextmanager
    def using(self) -> Iterator[None]:
        """What is judged inside is what stays from now on, unless it is ended early."""
        for workspace in self._listening():
            workspace.begin()
        yield
        for workspace in self._listening():
            workspace.settle()

    def rest(self) -> None:
        """Let go of the values and texts that do not stay."""
        for workspace in self._listening():
            workspace.rest()

    def release(self, graphs: Iterable[Graph]) -> None:
        """Let go of the values of graphs that nobody looks at any more, but of those that are still kept here.

        They hold each other in rings: otherwise they were there until Python looks for such rings, among all there is.
        """
        kept = {id(getattr(value, "graph", None)) for workspace in self._listening() for value in workspace.kept()}
        for graph in graphs:
            if id(graph) not in kept:
                graph.release()

    def forget_unasked(self) -> None:
        """Let go of what parts came to that nobody has asked for since this was last called."""
        for remembered in self._remembered.values():
            remembered.forget_unasked()

    def forget(self) -> None:
        """As in `Memory`."""
        super().forget()
        self._remembered.clear()

    def workspace(
        self, root: str, overlay: Mapping[str, str], size_limit: int, checkpoint: Callable[[str], None] | None = None
    ) -> Workspace:
        """As in `Memory`."""
        workspace = super().workspace(root, overlay, size_limit, checkpoint)
        self._remembered.setdefault((root, size_limit), Remembered()).touch(workspace.different)
        return workspace

    def parts(self, workspace: Workspace, options: Options, catalog: Catalog) -> Asked | None:
        """As in `Memory`."""
        return Asked(self._remembered[workspace.root, workspace.size_limit], options, catalog.ids)

    def _new(self, root: str, overlay: Mapping[str, str], size_limit: int) -> Workspace:
        return ListeningWorkspace(root, overlay, size_limit)

    def _listening(self) -> Iterator[ListeningWorkspace]:
        return (workspace for workspace in self._workspaces.values() if isinstance(workspace, ListeningWorkspace))
