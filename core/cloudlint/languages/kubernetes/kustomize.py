"""What a kustomization says about the files around it: which are patches, which get a namespace elsewhere.

Kustomize itself is not run. A patch is a part of an object, so that what it leaves out is unknown, not missing; the
namespace of a file that a kustomization lists is decided by whoever builds it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from ...workspace import Workspace

NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
MOST_LEVELS = 3  # folders above a file in which a kustomization is looked for

_ENTRY = re.compile(
    r"^[ \t]*(?:-[ \t]+(?:path:[ \t]*)?|path:[ \t]*)[\"']?([^\s\"'#:{}]+\.(?:ya?ml|json))", re.MULTILINE
)
_SECTION = re.compile(r"^([A-Za-z0-9]+):", re.MULTILINE)

PATCH, LISTED = "patch", "listed"


def role_of(workspace: Workspace, path: str) -> str:
    """`patch` for a part of an object, `listed` for what a kustomization takes in, empty for all other files."""
    folder = posixpath.dirname(path)
    for _ in range(MOST_LEVELS):
        if not workspace.holds(folder):
            break
        found = _roles(workspace, folder).get(path)
        if found:
            return found
        folder = posixpath.dirname(folder)
    return ""


def _roles(workspace: Workspace, folder: str) -> Mapping[str, str]:
    """The files that the kustomization of a folder names, with their roles."""
    name = next((name for name in NAMES if name in workspace.list(folder)), None)
    document = workspace.read(f"{folder}/{name}") if name else None
    if document is None:
        return {}
    text = document.text
    return workspace.fact(document.path, "kustomize roles", lambda: _read(text, folder))


def _read(text: str, folder: str) -> dict[str, str]:
    """Line by line: a kustomization is a flat file, and a damaged one should still say what it can."""
    found: dict[str, str] = {}
    sections = list(_SECTION.finditer(text))
    ends = [*(section.start() for section in sections[1:]), len(text)]
    for section, end in zip(sections, ends, strict=True):
        body = text[section.end() : end]
        role = PATCH if section[1].startswith("patches") else LISTED if section[1] in ("resources", "bases") else ""
        if role:
            for entry in _ENTRY.finditer(body):
                found.setdefault(posixpath.normpath(f"{folder}/{entry[1]}"), role)
    return found
