"""What git knows: files as they were at a revision, and which have been renamed since. Starts `git`; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .typed import NamedTuple
from .workspace import SIZE_LIMIT, decode


class GitError(Exception):
    """Git is not there, or cannot do what was asked; the message is a sentence without period."""


class Changes(NamedTuple):
    """What has changed in a repository since a revision; absolute paths.

    texts    of every changed file as it was then; empty for files that were not there
    renamed  new path -> old path
    """

    texts: dict[str, str]
    renamed: dict[str, str]


def changes_since(root: str, revision: str) -> Changes:
    """What has changed in the working tree below `root` since a revision; raises GitError."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    added, gone, renamed = _changed(root, commit.decode("ascii"))
    untracked = _names(_git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    texts = {f"{root}/{name}": "" for name in (*added, *untracked)}
    texts |= {f"{root}/{name}": text for name, text in _texts(root, commit.decode("ascii"), gone)}
    return Changes(texts, {f"{root}/{new}": f"{root}/{old}" for new, old in renamed.items()})


def renamed_since(root: str, path: str) -> dict[str, str]:
    """New path -> old path (both below `root`), for the files renamed since the last commit that touched `path`.

    Empty where git does not know the file, or is not there.
    """
    try:
        commit = _git(root, "log", "-1", "--format=%H", "--", path).decode("ascii").strip() or "HEAD"
        return _changed(root, commit)[2]
    except GitError:
        return {}


def _changed(root: str, commit: str) -> tuple[list[str], list[str], dict[str, str]]:
    """Names that were not there, names whose text was another, and new names of old files."""
    fields = iter(_names(_git(root, "diff", "--name-status", "-z", "--find-renames", commit, "--")))
    added: list[str] = []
    gone: list[str] = []
    renamed: dict[str, str] = {}
    for status in fields:
        name = next(fields)
        if status[0] in "RC":
            new = next(fields)
            added.append(new)
            if status[0] == "R":
                gone.append(name)
                renamed[new] = name
        elif status[0] == "A":
            added.append(name)
        else:
            gone.append(name)
    return added, gone, renamed


def _texts(root: str, commit: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The texts of files at a commit; those that are no text are left out."""
    names = list(names)
    wanted = "".join(f"{commit}:{name}\n" for name in names)
    data = _git(root, "cat-file", "--batch", given=wanted.encode("utf-8", "surrogateescape")) if names else b""
    at = 0
    for name in names:
        end = data.index(b"\n", at)
        header = data[at:end].split(b" ")
        at = end + 1
        if header[-1] == b"missing":
            continue
        size = int(header[2])
        content = data[at : at + size]
        at += size + 1
        if header[1] == b"blob" and size <= SIZE_LIMIT:
            try:
                yield name, decode(content)[0]
            except UnicodeDecodeError:
                continue


def _names(data: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in data.split(b"\0") if name]


def _git(root: str, *arguments: str, given: bytes = b"") -> bytes:
    import subprocess

    command = ["git", "-C", root, "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError as error:
        raise GitError("`git` cannot be started") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").partition("\n")[0]
        raise GitError(said or f"`git {arguments[0]}` cannot make out what was asked for")
    return done.stdout
