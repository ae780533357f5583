"""Which files make a project together: a base with its override, what an `include` lists, who extends what.

Compose takes the first base and the first override that it finds in a folder; any other file is a project of its own,
unless another one includes it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from functools import partial

from ...patterns import pattern
from ...resource import Value
from ...typed import NamedTuple
from ...workspace import Workspace
from .environment import variables
from .reading import parsed
from .recognising import SUFFIXES, is_named

BASES = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
OVERRIDES = tuple(f"{name}.override.{ending}" for name in ("compose", "docker-compose") for ending in ("yml", "yaml"))
DOT_ENV = ".env"

_FILE = pattern(r"[\w.-]+\.(?:ya?ml|json)\b")


class Project(NamedTuple):
    """Files that are laid over each other in this order, and the files of variables: a later one wins.

    `beside` is the base of the folder where these files may be meant to be laid over it by hand, `by` the file that
    includes them; empty where there is none.
    """

    files: tuple[str, ...]
    environment: tuple[str, ...]
    beside: str = ""
    by: str = ""


def projects_of(workspace: Workspace, paths: Iterable[str], repository: Iterable[str]) -> list[Project]:
    """The projects in which the files, or services that extend one of theirs, are run.

    `repository` are the files among which those that include or extend are looked for, by their names.
    """
    users: dict[str, list[str]] = {}  # base name -> Compose files that seem to extend or include it
    for path in repository:
        if is_named(path) and path.endswith(SUFFIXES):
            for name in workspace.fact(path, "compose uses", partial(_used, workspace, path)):
                users.setdefault(name, []).append(path)
    found: dict[Project, None] = {}
    seen: set[str] = set()
    waiting = list(reversed(list(paths)))
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        using = users.get(posixpath.basename(current), ())
        including = [project for user in using for project in included(workspace, user) if current in project.files]
        found.update(dict.fromkeys(including or [own_project(workspace, current)]))
        waiting += using
    return list(found)


def project_at(workspace: Workspace, path: str, by: str = "") -> Project:
    """The project whose first file is at `path`; `by` is the file that includes it, where there is one."""
    if by:
        return next((project for project in included(workspace, by) if project.files[0] == path), Project((path,), ()))
    return own_project(workspace, path)


def _used(workspace: Workspace, path: str) -> frozenset[str]:
    """The names of the files that a text seems to take something from."""
    if not (workspace.mentions(path, b"extends") or workspace.mentions(path, b"include")):
        return frozenset()
    document = workspace.read(path)
    return frozenset(_FILE.findall(document.text)) if document is not None else frozenset()


def own_project(workspace: Workspace, path: str) -> Project:
    """The project that a file makes by itself, or with its base or override."""
    folder, _, name = path.rpartition("/")
    there = workspace.list(folder)
    base = next((name for name in BASES if name in there), "")
    override = next((name for name in OVERRIDES if name in there), "")
    files: tuple[str, ...] = (path,)
    if base and override and name in (base, override):
        files = (f"{folder}/{base}", f"{folder}/{override}")
    lone = base and name != base and path != f"{folder}/{override}" and is_named(path)
    return Project(files, (f"{folder}/{DOT_ENV}",), f"{folder}/{base}" if lone and len(files) == 1 else "")


def included(workspace: Workspace, path: str) -> list[Project]:
    """The projects that the `include` of a file names, those outside the repository left out."""
    root = raw(workspace, path)
    entry = root.data.get("include") if root is not None and isinstance(root.data, Mapping) else None
    folder = path.rpartition("/")[0]
    found = []
    for item in entry.data if entry is not None and isinstance(entry.data, tuple) else ():
        given = item.data if isinstance(item.data, Mapping) else {"path": item}
        files = tuple(_located(folder, text) for text in _texts(given.get("path")))
        if not files or not all(workspace.exists(file) for file in files):
            continue
        home = next(iter(_texts(given.get("project_directory"))), "")
        inner = _located(folder, home) if home else files[0].rpartition("/")[0]
        environment = tuple(_located(folder, text) for text in _texts(given.get("env_file"))) or (f"{inner}/{DOT_ENV}",)
        # What the project that includes has set wins over what the included one brings along.
        found.append(Project(files, (*environment, f"{folder}/{DOT_ENV}"), by=path))
    return found


def raw(workspace: Workspace, path: str) -> Value | None:
    """The value of a file as it is written; None where there is none or it is no mapping."""
    document = workspace.read(path, "compose")
    return parsed(document).value if document is not None else None


def variables_of(workspace: Workspace, files: Iterable[str]) -> dict[str, Value]:
    """What the files of variables set together."""
    found: dict[str, Value] = {}
    for path in files:
        document = workspace.read(path, "dotenv") if workspace.exists(path) else None
        if document is not None:
            found |= variables(document)
    return found


def _located(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def _texts(value: Value | None) -> list[str]:
    """The texts that one or several are; those with variables in them are nobody's to follow."""
    items = value.data if value is not None and isinstance(value.data, tuple) else (value,)
    return [item.data for item in items if item is not None and isinstance(item.data, str) and "$" not in item.data]
