"""Git's ignore patterns as regular expressions (gitignore(5), "Pattern format")."""

from __future__ import annotations

import re
from itertools import count

_FOLDERS = "(?:.*/)?"  # `**/`: any folders, or none
_STAR = "[^/]*"


class _Stars:
    """A source with stars in it, of which each but the last takes as little as it can and never gives back.

    That finds all there is to find: whatever a later star has to take, it can take. Trying all ways would take for ever
    where there are many. As `(?>...)`, which Python has from 3.11 on, but for its group's name.
    """

    def __init__(self, star: str, lazy: str, names: count[int]) -> None:
        self.star = star
        self.lazy = lazy
        self.names = names
        self.out = ""
        self.open = False
        self.behind = ""  # what stands behind the last star

    def add(self, source: str) -> None:
        if self.open:
            self.behind += source
        else:
            self.out += source

    def add_star(self) -> None:
        if self.open:
            name = f"star{next(self.names)}"
            self.out += f"(?=(?P<{name}>{self.lazy}{self.behind}))(?P={name})"
        self.open, self.behind = True, ""

    def source(self) -> str:
        return self.out + (self.star + self.behind if self.open else "")


def source(body: str, only_folders: bool, names: count[int]) -> str:
    """The regular expression of one pattern, over paths relative to the ignore file's folder.

    Folders are matched with a slash at the end. `names` numbers the groups of all that is put into one expression.
    """
    path = _Stars(_FOLDERS, "(?:[^/]*/)*?", names)
    part = _Stars(_STAR, "[^/]*?", names)
    if "/" not in body:
        path.add_star()
    body = body.removeprefix("/")
    at = 0
    while at < len(body):
        begins = at == 0 or body[at - 1] == "/"
        if begins and body.startswith("**/", at):
            path.add_star()
            at += 3
        elif begins and body[at:] == "**":
            part.add(".+")
            at += 2
        elif body[at] == "*":
            part.add_star()
            at = _behind_stars(body, at)
        elif body[at] == "/":
            path.add(part.source() + "/")
            part = _Stars(_STAR, "[^/]*?", names)
            at += 1
        else:
            piece, at = _piece(body, at)
            part.add(piece)
    path.add(part.source())
    return path.source() + ("/" if only_folders else "/?")


def _behind_stars(body: str, at: int) -> int:
    while at < len(body) and body[at] == "*":
        at += 1
    return at


def _piece(body: str, at: int) -> tuple[str, int]:
    """One pattern character, and where the next one stands."""
    char = body[at]
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
