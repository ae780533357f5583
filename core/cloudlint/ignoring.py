"""Git's ignore patterns: which paths a `.gitignore` file leaves out (gitignore(5), "Pattern format").

Names (`.terraform/`) and endings (`*.tfstate`) are looked up; only what is left is compiled, because compiling thirty
patterns costs more than scanning a small repository.
"""

from __future__ import annotations

import re

from .typed import NamedTuple

_SPECIAL = frozenset("*?[\\")


class _Run:
    """Neighbouring patterns of one sign: their order does not matter. Folders are matched with a slash at the end."""

    __slots__ = ("_regex", "endings", "ignores", "names", "sources")

    def __init__(self, ignores: bool) -> None:
        self.ignores = ignores
        self.names: set[str] = set()
        self.endings: tuple[str, ...] = ()
        self.sources: list[str] = []
        self._regex: re.Pattern[str] | None = None

    def add(self, pattern: str) -> None:
        only_folders = pattern.endswith("/")
        body = pattern.rstrip("/") if only_folders else pattern
        if "/" in body or not _plain_or_ending(body):
            self.sources.append(_source(body, only_folders))
            return
        marks = ("/",) if only_folders else ("", "/")
        if body.startswith("*"):
            self.endings += tuple(body[1:] + mark for mark in marks)
        else:
            self.names.update(body + mark for mark in marks)

    def matches(self, path: str, name: str) -> bool:
        if name in self.names or (self.endings and name.endswith(self.endings)):
            return True
        if not self.sources:
            return False
        if self._regex is None:
            self._regex = re.compile("|".join(self.sources), re.DOTALL)
        return self._regex.fullmatch(path) is not None


class Ignores(NamedTuple):
    """The patterns of one ignore file, for paths below `folder`."""

    folder: str
    runs: tuple[_Run, ...]

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """True: left out; False: taken in again by a `!` pattern; None: not mentioned. `path` is below `folder`."""
        relative = path[len(self.folder.rstrip("/")) + 1 :]
        name = relative.rpartition("/")[2]
        if is_folder:
            relative, name = relative + "/", name + "/"
        for run in reversed(self.runs):
            if run.matches(relative, name):
                return run.ignores
        return None


def parse(folder: str, text: str) -> Ignores:
    """The patterns in the text of an ignore file that stands in (or counts as standing in) `folder`."""
    runs: list[_Run] = []
    for line in text.removeprefix("\ufeff").split("\n"):
        pattern = _without_trailing_spaces(line.removesuffix("\r"))
        if not pattern or pattern.startswith("#"):
            continue
        ignores = not pattern.startswith("!")
        pattern = pattern if ignores else pattern[1:]
        if pattern.strip("/"):
            if not runs or runs[-1].ignores != ignores:
                runs.append(_Run(ignores))
            runs[-1].add(pattern)
    return Ignores(folder, tuple(runs))


def ignored(stack: tuple[Ignores, ...], path: str, is_folder: bool) -> bool:
    """Do the ignore files from the root down to the folder of `path` leave it out? The nearest that speaks decides."""
    for ignores in reversed(stack):
        verdict = ignores.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False


def _plain_or_ending(body: str) -> bool:
    """A literal name, or `*` and a literal ending."""
    return not _SPECIAL & set(body[1:] if body.startswith("*") and len(body) > 1 else body)


def _without_trailing_spaces(line: str) -> str:
    stripped = line.rstrip(" ")
    backslashes = len(stripped) - len(stripped.rstrip("\\"))
    return stripped + " " if backslashes % 2 and len(stripped) < len(line) else stripped


def _source(body: str, only_folders: bool) -> str:
    """The regular expression of one pattern, over paths relative to the ignore file's folder."""
    anchored = "/" in body
    out = "" if anchored else "(?:.*/)?"
    body = body.removeprefix("/")
    at = 0
    while at < len(body):
        start_of_part = at == 0 or body[at - 1] == "/"
        if start_of_part and body.startswith("**/", at):
            out += "(?:.*/)?"
            at += 3
        elif start_of_part and body[at:] == "**":
            out += ".+"
            at += 2
        else:
            piece, at = _piece(body, at)
            out += piece
    return out + ("/" if only_folders else "/?")


def _piece(body: str, at: int) -> tuple[str, int]:
    """One pattern character, and where the next one stands."""
    char = body[at]
    if char == "*":
        while at < len(body) and body[at] == "*":
            at += 1
        return "[^/]*", at
    if char == "?":
        return "[^/]", at + 1
    if char == "[":
        return _class(body, at)
    if char == "\\":
        return (re.escape(body[at + 1]), at + 2) if at + 1 < len(body) else ("(?!)", at + 1)
    return re.escape(char), at + 1


_POSIX = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "lower": "a-z",
    "punct": r"!-.:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


def _class(body: str, at: int) -> tuple[str, int]:
    """A bracket expression; one that is never closed matches nothing."""
    inside, here = "", at + 1
    negated = body[here : here + 1] in ("!", "^")
    here += negated
    first = here
    while here < len(body) and (body[here] != "]" or here == first):
        posix = re.compile(r"\[:(\w+):\]").match(body, here)
        if posix:
            inside += _POSIX.get(posix[1], "")
            here = posix.end()
            continue
        if body[here] == "\\" and here + 1 < len(body):
            here += 1
            inside += re.escape(body[here])
        else:
            begins = not inside or (inside[-1] == "-" and inside[-2:] != "\\-")  # or ends a range: then it is itself
            inside += "-" if body[here] == "-" and not begins else re.escape(body[here])
        here += 1
    if here >= len(body):
        return "(?!)", len(body)
    try:
        re.compile(f"[{inside}]")
    except re.error:  # a reversed range such as [z-a]
        return "(?!)", here + 1
    return f"(?!/)[{'^' if negated else ''}{inside}]", here + 1
