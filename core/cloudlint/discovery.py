"""Discovery: the files below folders that are the author's own.

Left out: what `.gitignore` files (and `.git/info/exclude`) leave out, hidden files and folders, vendored folders. Links
to folders are not followed, as git does not, so that loops are harmless and nothing is seen twice.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from .ignoring import Ignores, ignored, parse
from .workspace import Workspace, absolute, is_folder, regular_text

# Other people's code, copied in. (`.terraform`, `.venv` and the like are hidden anyway.)
VENDORED = frozenset({"node_modules", "vendor", "bower_components", "venv", "site-packages", "__pycache__"})


def discover(workspace: Workspace, folders: Iterable[str], wanted: Callable[[str], bool]) -> Iterator[str]:
    """The absolute paths of the files below `folders` whose name is `wanted`, each once, in a stable order.

    A folder that was named is entered whatever it is called and whatever ignores it. A folder that cannot be read
    becomes a notice of the workspace.
    """
    seen: set[str] = set()
    for folder in folders:
        start = absolute(folder)
        pending = [(start, _ignores_above(workspace, start))]
        while pending:
            here, above = pending.pop()
            if here in seen:
                continue
            seen.add(here)
            names, folders_here = _entries(workspace, here)
            stack = above + tuple(_ignores_in(here)) if ".gitignore" in names else above
            prefix = here.rstrip("/") + "/"
            for name in names:
                if not name.startswith(".") and wanted(name) and not ignored(stack, prefix + name, is_folder=False):
                    yield prefix + name
            pending += [
                (prefix + name, stack)
                for name in reversed(folders_here)
                if not ignored(stack, prefix + name, is_folder=True)
            ]


def _entries(workspace: Workspace, folder: str) -> tuple[list[str], list[str]]:
    """The names of files and of folders worth entering, sorted."""
    names: list[str] = []
    folders: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if not is_folder(entry):
                    names.append(name)
                elif name[0] != "." and name not in VENDORED and not entry.is_symlink():
                    folders.append(name)
    except OSError as error:
        workspace.notice(folder, (error.strerror or "it cannot be read").lower())
    names.sort()
    folders.sort()
    return names, folders


def _ignores_above(workspace: Workspace, folder: str) -> tuple[Ignores, ...]:
    """What holds for `folder` from outside: the repository's own exclude list, the ignore files on the way down."""
    root = workspace.root
    stack = _read(root + "/.git/info/exclude", root)
    if not folder.startswith(root.rstrip("/") + "/"):
        return tuple(stack) if folder == root else ()
    here = root
    for part in folder[len(root.rstrip("/")) + 1 :].split("/"):
        stack += _ignores_in(here)
        here = here.rstrip("/") + "/" + part
    return tuple(stack)


def _ignores_in(folder: str) -> list[Ignores]:
    return _read(folder.rstrip("/") + "/.gitignore", folder)


def _read(path: str, folder: str) -> list[Ignores]:
    text = regular_text(path)  # git ignores what it cannot read, and follows no link either
    ignores = parse(folder, text) if text else None
    return [ignores] if ignores is not None and ignores.runs else []
