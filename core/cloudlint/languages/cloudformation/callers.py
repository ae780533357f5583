"""Which templates make nested stacks of which others, told by the texts of the templates of a repository."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from functools import partial

from ...patterns import pattern
from ...resource import Value
from ...workspace import Workspace
from .recognising import SUFFIXES

# Type of a nested stack -> the property that says where its template is.
NESTED = {"AWS::CloudFormation::Stack": "TemplateURL", "AWS::Serverless::Application": "Location"}

_LOCAL = pattern(r"""\b(?:TemplateURL|Location)["']?[ \t]*:[ \t]*["']?([^"'\s:${}!][^"'\s:${}]*)""")


def local_template(folder: str, location: Value) -> str:
    """The path of a template that is named relative to `folder`; empty for one that lies elsewhere (in S3)."""
    name = location.data
    return _target(folder, name) if isinstance(name, str) and "://" not in name and name.endswith(SUFFIXES) else ""


def roots(workspace: Workspace, paths: Iterable[str], files: Iterable[str]) -> list[str]:
    """The templates that are not nested, from which those at `paths` are reached, each once. `files` are those of the
    repository; templates that only nest each other in a circle stand for themselves."""
    callers = _callers(workspace, files)
    return list(dict.fromkeys(root for path in paths for root in _roots_of(path, callers)))


def _roots_of(path: str, callers: Mapping[str, list[str]]) -> list[str]:
    roots: dict[str, None] = {}
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            above = callers.get(current, ())
            waiting += above
            if not above:
                roots[current] = None
    return sorted(roots) or [path]


def _callers(workspace: Workspace, files: Iterable[str]) -> dict[str, list[str]]:
    """Template -> the templates that seem to nest it."""
    found: dict[str, list[str]] = {}
    for path in files:
        if path.endswith(SUFFIXES):
            for target in workspace.fact(path, "nested stacks", partial(_search, workspace, path)):
                found.setdefault(target, []).append(path)
    return found


def _search(workspace: Workspace, path: str) -> tuple[str, ...]:
    if not any(workspace.mentions(path, kind.encode(), word.encode()) for kind, word in NESTED.items()):
        return ()
    document = workspace.read(path)
    names = dict.fromkeys(_LOCAL.findall(document.text)) if document is not None else ()
    folder = posixpath.dirname(path)
    targets = (_target(folder, name) for name in names if name.endswith(SUFFIXES))
    return tuple(target for target in targets if target != path)


def _target(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, name))
