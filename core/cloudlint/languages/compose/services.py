"""A file of a project to its sections: variables written in, `extends` followed, parts told from wholes."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ...document import Document
from ...resource import ABSENT, KNOWN, Step, Value
from ...workspace import Workspace
from .interpolation import interpolated
from .merging import laid_over
from .projects import raw

_NOT_INHERITED = ("depends_on", "profiles")


class Files:
    """The files of a project with its variables; `documents` fills with all that were read."""

    def __init__(self, workspace: Workspace, variables: Mapping[str, Value]) -> None:
        self.documents: dict[str, Document] = {}
        self._workspace = workspace
        self._variables = variables
        self._roots: dict[str, Value | None] = {}
        self._services: dict[tuple[str, str], Value | None] = {}
        self._sections: dict[tuple[str, str], Mapping[str, Value]] = {}

    def root(self, path: str) -> Value | None:
        """What a file says, as it is written; None where it cannot be read."""
        if path not in self._roots:
            found = raw(self._workspace, path)
            document = self._workspace.read(path)
            if document is not None:
                self.documents[path] = document
            self._roots[path] = found
        return self._roots[path]

    def section(self, path: str, name: str) -> Mapping[str, Value]:
        """The entries of `services`, `volumes` and so on of a file, with the variables written in."""
        if (path, name) not in self._sections:
            root = self.root(path)
            entry = root.data.get(name) if root is not None and isinstance(root.data, Mapping) else None
            settled = self._settled(entry, ()).data if entry is not None else None
            self._sections[path, name] = settled if isinstance(settled, Mapping) else {}
        return self._sections[path, name]

    def service(self, path: str, name: str) -> Value | None:
        """A service of a file over what it extends; open where that cannot be told. None where there is none."""
        chain: list[tuple[str, str]] = []
        at: tuple[str, str] | None = (path, name)
        while at is not None and at not in self._services and at not in chain:
            chain.append(at)
            at = self._extended(*at)
        base = self._services.get(at) if at is not None else None
        for one in reversed(chain):
            base = self._services[one] = self._over(one, base)
        return self._services[path, name]

    def _over(self, at: tuple[str, str], base: Value | None) -> Value | None:
        """The service at a path and name over the one that it extends."""
        value = self.section(at[0], "services").get(at[1])
        extends = value.data.get("extends") if value is not None and isinstance(value.data, Mapping) else None
        if value is None or extends is None or extends.state is ABSENT:
            return value
        if base is None or not isinstance(base.data, Mapping):
            return opened(value)
        kept = {key: item for key, item in base.data.items() if key not in _NOT_INHERITED}
        step = Step(extends.span, f"`extends` of service `{at[1]}`") if extends.span is not None else None
        return laid_over(_passed_on(base.but(data=kept, trail=()), step), value, new_in="over")

    def _extended(self, path: str, name: str) -> tuple[str, str] | None:
        """Path and name of what a service extends; None where that is nothing, or not here."""
        value = self.section(path, "services").get(name)
        extends = value.data.get("extends") if value is not None and isinstance(value.data, Mapping) else None
        if extends is None or extends.state is ABSENT:
            return None
        given = extends.data if isinstance(extends.data, Mapping) else {"service": extends}
        wanted, file = _text(given.get("service")), given.get("file")
        if file is not None and file.state is not ABSENT:
            text = _text(file)
            path = posixpath.normpath(posixpath.join(path.rpartition("/")[0], text)) if text else ""
        return (path, wanted) if wanted and path and self._workspace.exists(path) else None

    def _settled(self, value: Value, steps: tuple[Step, ...]) -> Value:
        """Variables written in; what a merge key brought is shown where it stands, whatever it is a part of."""
        data = value.data
        if not isinstance(data, (tuple, Mapping)):
            return interpolated(value.but(trail=(*value.trail, *steps)) if steps else value, self._variables)
        if value.trail and value.span is not None and _holds(value.trail[-1], value):
            steps, value = (*value.trail, *steps), value.but(trail=())
        if isinstance(data, tuple):
            return value.but(data=tuple(self._settled(item, steps) for item in data))
        return value.but(data={key: self._settled(item, steps) for key, item in data.items()})


def opened(value: Value) -> Value:
    """A part of something: nothing that it leaves out is surely missing."""
    data = value.data
    if isinstance(data, tuple):
        return value.but(data=tuple(opened(item) for item in data), open=True)
    if isinstance(data, Mapping):
        return value.but(data={key: opened(item) for key, item in data.items()}, open=True)
    return value


def _passed_on(value: Value, step: Step | None) -> Value:
    """What a service inherits keeps its place and says how it came here; a list or mapping leaves that to its parts."""
    data = value.data
    if isinstance(data, tuple):
        return value.but(data=tuple(_passed_on(item, step) for item in data))
    if isinstance(data, Mapping):
        return value.but(data={key: _passed_on(item, step) for key, item in data.items()})
    return value.but(trail=(*value.trail, step)) if step is not None else value


def _holds(step: Step, value: Value) -> bool:
    """Does the value stand inside of what the step points at (a merge key), and not at an alias of it?"""
    span = value.span
    if span is None or span.path != step.span.path:
        return False
    return step.what == "the anchor" and step.span.start <= span.start and span.end <= step.span.end


def _text(value: Value | None) -> str:
    return value.data if value is not None and value.state is KNOWN and isinstance(value.data, str) else ""
