"""Git's ignore patterns: which paths a `.gitignore` file leaves out (gitignore(5), "Pattern format").

Names (`.terraform/`) and endings (`*.tfstate`) are looked up; only what is left is compiled, because compiling thirty
patterns costs more than scanning a small repository.
"""

from __future__ import annotations

from itertools import count

from .typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

_SPECIAL = frozenset("*?[\\")


class _Run:
    """Neighbouring patterns of one sign: their order does not matter. Folders are matched with a slash at the end."""

    __slots__ = ("_regex", "endings", "ignores", "names", "others")

    def __init__(self, ignores: bool) -> None:
        self.ignores = ignores
        self.names: set[str] = set()
        self.endings: tuple[str, ...] = ()
        self.others: list[tuple[str, bool]] = []
        self._regex: re.Pattern[str] | None = None

    def add(self, pattern: str) -> None:
        only_folders = pattern.endswith("/")
        body = pattern.rstrip("/") if only_folders else pattern
        if "/" in body or not _plain_or_ending(body):
            self.others.append((body, only_folders))
            return
        marks = ("/",) if only_folders else ("", "/")
        if body.startswith("*"):
            self.endings += tuple(body[1:] + mark for mark in marks)
        else:
            self.names.update(body + mark for mark in marks)

    def matches(self, path: str, name: str) -> bool:
        if name in self.names or (self.endings and name.endswith(self.endings)):
            return True
        if not self.others:
            return False
        if self._regex is None:
            self._regex = self._compiled()
        return self._regex.fullmatch(path) is not None

    def _compiled(self) -> re.Pattern[str]:
        import re

        from .ignore_regex import source  # here, because most patterns are names and endings

        numbers = count()
        return re.compile("|".join(source(*other, numbers) for other in self.others), re.DOTALL)


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
