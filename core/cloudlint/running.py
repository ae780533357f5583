"""Running: paths and settings in, everything worth reporting out.

Named files are judged in the context of their module and of the modules that call it, wherever in the repository those
are; reported is what stands in the named files or is caused by them. A named folder stands for all files below it. That
is the whole meaning of the hook: it names the changed files, and the verdict is the one a scan of the repository gives.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from . import languages
from .analysis import Analysis
from .catalog import Catalog
from .choosing import Choice
from .config import Settings
from .effort import NONE, Effort
from .memory import Memory
from .outcome import Outcome, together
from .repository import Repository
from .workspace import absolute, decode, repository_root


class RunError(Exception):
    """The work cannot be done as asked; the message is a sentence for the user."""


def run(
    paths: Iterable[str],
    settings: Settings | None = None,
    *,
    overlay: Mapping[str, str] | None = None,
    catalog: Catalog | None = None,
    roots: Iterable[str] = (),
    memory: Memory | None = None,
    checkpoint: Callable[[str], None] | None = None,
    everything: bool = False,
    passing: Container[str] = (),
    effort: Effort = NONE,
) -> Outcome:
    """Judge files and folders. `overlay` maps paths to text that wins over the disk; raises RunError.

    The paths may lie in several repositories; each is judged in its own. `roots` are folders that count as one where
    there is no `.git`. `memory` carries over what did not change since the last run with it. `checkpoint` is called
    with what is to be done next (a rule's id, a folder) and may raise to end the run: no Exception, which would count
    as a fault of what was being judged. With `everything` findings of any severity are told, and those elsewhere in the
    modules that were judged. Paths in `passing` were there once: that one has gone is no mistake of the user's. What is
    put into it is the `effort`: with a memory, that of one process.
    """
    settings, named = settings or Settings(), tuple(paths)
    catalog = catalog or Catalog()
    keep, memory = memory is not None, memory or Memory()
    unsaved = {absolute(path): text for path, text in (overlay or {}).items()}
    unsaved |= _var_files(settings, unsaved)
    folders = [absolute(folder) for folder in roots]
    by_root: dict[str, list[str]] = {}
    for path, given in {absolute(given): given for given in named}.items():
        if path not in unsaved and not os.path.lexists(path):
            if path in passing:
                continue
            raise RunError(f"`{given}`: no such file or folder")
        by_root.setdefault(_root_of(path, folders), []).append(path)
    selection = catalog.selection(settings.select, settings.ignore)
    if overlay:
        effort = effort._replace(cache=False)

    def judge(settings: Settings) -> Outcome:
        outcomes = []
        for root, below in sorted(by_root.items()):
            workspace = memory.workspace(root, unsaved, settings.max_file_size, checkpoint)
            outcomes.append(
                Repository(workspace, settings, catalog, selection, keep=keep, effort=effort, memory=memory).judge(
                    below, everything
                )
            )
        return together(outcomes)

    if not settings.environments:
        return judge(settings)
    from .environments import in_each

    return in_each(settings, judge)


def files_below(
    folder: str, settings: Settings, *, roots: Iterable[str] = (), memory: Memory | None = None
) -> list[str]:
    """The files that a run over a folder would judge, in its order."""
    path = absolute(folder)
    root = _root_of(path, [absolute(folder) for folder in roots])
    workspace = (memory or Memory()).workspace(root, {}, settings.max_file_size)
    choice = Choice(workspace, settings)
    return list(choice.targets(choice.candidates([path])))


def evaluate(paths: Iterable[str], settings: Settings, *, roots: Iterable[str] = ()) -> dict[str, Analysis]:
    """What files and folders of one repository describe, unjudged; raises RunError.

    By the name of each environment of the settings; where they have none, one without a name.
    """
    named = [absolute(path) for path in paths]
    for path in named:
        if not os.path.lexists(path):
            raise RunError(f"`{path}`: no such file or folder")
    root = _root_of(named[0], [absolute(folder) for folder in roots])
    workspace = Memory().workspace(root, _var_files(settings, {}), settings.max_file_size)
    choice = Choice(workspace, settings)
    targets = choice.targets(choice.candidates(named))
    repository = choice.repository(targets, named)
    return {
        name: languages.analyse(workspace, list(targets), repository, (*settings.var_files, *files), settings.workspace)
        for name, files in settings.environments or (("", ()),)
    }


def _root_of(path: str, folders: Sequence[str] = ()) -> str:
    """The repository a path belongs to; without one the innermost of `folders` that holds it; without one the working
    directory, where the path is below it, or its folder.

    A home or root directory is no project: looking for callers there would read the whole disk.
    """
    folder = path if os.path.isdir(path) else path.rpartition("/")[0] or "/"
    root = repository_root(folder)
    here = absolute(os.curdir)
    holding = [outer for outer in folders if (folder + "/").startswith(outer.rstrip("/") + "/")]
    if not os.path.exists(root + "/.git") and holding:
        return max(holding, key=len)
    if os.path.exists(root + "/.git") or here in (absolute(os.path.expanduser("~")), absolute("/")):
        return root
    return here if (folder + "/").startswith(here + "/") else folder


def _var_files(settings: Settings, unsaved: Mapping[str, str]) -> dict[str, str]:
    """The text of the files of variables: asked for by name, they may lie outside the repository."""
    texts = {}
    for path in (*settings.var_files, *(path for _, files in settings.environments for path in files)):
        if path not in unsaved:
            try:
                with open(path, "rb") as file:
                    texts[path] = decode(file.read())[0]
            except (OSError, UnicodeDecodeError) as error:
                reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
                raise RunError(f"`{path}`: {(reason or 'cannot be read').lower()}") from error
    return texts
