"""What git knows: files as they were at a revision, and which have been renamed since. Starts `git`; writes nothing.

A repository that came as an archive brings its own `.git/config`, and with it commands that git would run: monitors,
hooks, filters, remote helpers. None of them is run: what is set on the command line wins over what the repository says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

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
    """What has changed in the working tree below `root` since it parted from a revision; raises GitError."""
    found = _changed(root, _parting(root, revision))
    untracked = _names(_git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    texts = {f"{root}/{name}": "" for name in (*found.added, *untracked)}
    texts |= {f"{root}/{name}": text for name, text in _texts(root, found.blobs)}
    return Changes(texts, {f"{root}/{new}": f"{root}/{old}" for new, old in found.renamed.items()})


def _parting(root: str, revision: str) -> str:
    """The commit at which what is checked out parted from a revision; the revision where that is not known."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    try:
        return _git(root, "merge-base", "HEAD", commit.decode("ascii")).decode("ascii").strip()
    except GitError:  # a shallow clone, or histories that have nothing in common
        return commit.decode("ascii")


def renamed_since(root: str, path: str) -> dict[str, str]:
    """New path -> old path (both below `root`), for the files renamed since the last commit that touched `path`.

    Empty where git does not know the file, or is not there.
    """
    try:
        commit = _git(root, "rev-list", "-1", "HEAD", "--", path).decode("ascii").strip() or "HEAD"
        return _changed(root, commit).renamed
    except GitError:
        return {}


class _Changed(NamedTuple):
    """Names that were not there, the blob that a name held and holds no more, new names of old files."""

    added: list[str]
    blobs: dict[str, str]
    renamed: dict[str, str]


def _changed(root: str, commit: str) -> _Changed:
    asked = (
        "--raw",
        "-z",
        "--no-abbrev",
        "--find-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules=all",
    )
    fields = iter(_names(_git(root, "diff", *asked, commit, "--", filters=True)))
    added: list[str] = []
    blobs: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for field in fields:
        mode, _, blob, _, status = field.removeprefix(":").split(" ")
        name = next(fields)
        if status[0] in "RC":
            new = next(fields)
            added.append(new)
            if status[0] == "R":
                renamed[new] = name
        if status[0] == "A":
            added.append(name)
        elif status[0] != "C" and mode.startswith("100"):  # no link and no other repository
            blobs[name] = blob
    return _Changed(added, blobs, renamed)


def _texts(root: str, blobs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The texts of blobs, by the names they go by; those that are no text are left out."""
    wanted = "".join(f"{blob}\n" for blob in blobs.values())
    data = _git(root, "cat-file", "--batch", given=wanted.encode("ascii")) if blobs else b""
    at = 0
    for name in blobs:
        end = data.index(b"\n", at)
        header = data[at:end].split(b" ")
        at = end + 1
        if header[-1] == b"missing":
            continue
        size = int(header[2])
        content = data[at : at + size]
        at += size + 1
        if size <= SIZE_LIMIT:
            try:
                yield name, decode(content)[0]
            except UnicodeDecodeError:
                continue


def _names(data: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in data.split(b"\0") if name]


# What a repository can set so that git runs a program for the commands above, or writes. Filters come on top.
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.quotePath": "false",
    "core.sshCommand": "false",
    "diff.external": "",
    "safe.bareRepository": "explicit",  # a folder of the repository that looks like one is none
}
_SURROUNDINGS = {
    "GIT_ALLOW_PROTOCOL": "",  # objects that are missing are not fetched
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def _git(root: str, *arguments: str, given: bytes = b"", filters: bool = False) -> bytes:
    """What git answers. With `filters` it reads files of the working tree, which it would pass through filters."""
    settings = dict(_SETTINGS)
    if filters:
        settings |= _without_filters(root)
    code, answer, said = _started(root, arguments, settings, given)
    if code:
        message = said.decode("utf-8", "replace").strip().removeprefix("fatal: ").partition("\n")[0]
        raise GitError(message or f"`git {arguments[0]}` cannot make out what was asked for")
    return answer


def _without_filters(root: str) -> dict[str, str]:
    """Settings that turn off every filter there is: their names are the repository's to choose."""
    code, answer, _ = _started(root, ("config", "--name-only", "-z", "--get-regexp", r"^filter\."), _SETTINGS)
    names = {name.rpartition(".")[0] for name in _names(answer)} if not code else set()
    return {f"{name}.{way}": "" for name in sorted(names) for way in ("clean", "smudge", "process", "required")}


def _started(
    root: str, arguments: Iterable[str], settings: dict[str, str], given: bytes = b""
) -> tuple[int, bytes, bytes]:
    """The exit code, standard output and standard error of git with these settings over all others."""
    import subprocess

    given_already = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(given_already) if given_already.isdigit() else 0
    environment = {**os.environ, **_SURROUNDINGS, "GIT_CONFIG_COUNT": str(first + len(settings))}
    for number, (name, value) in enumerate(settings.items(), first):
        environment |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    command = [_program(), "-C", root, *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
    except (OSError, ValueError) as error:  # not there, or a null character in what was asked
        raise GitError("`git` cannot be started") from error
    return done.returncode, done.stdout, done.stderr


def _program() -> str:
    """The path of git; never one in the working directory, where Windows would look first. Raises GitError."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        path = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise GitError("`git` cannot be started")
