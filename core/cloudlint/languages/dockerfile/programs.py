"""Which program a command runs once `sudo`, `env`, `xargs` and their like are looked through."""

from __future__ import annotations

from collections.abc import Sequence

# Program that runs another -> its options that take a word of their own, and how many words come before the program.
_WRAPPERS: dict[str, tuple[frozenset[str], int]] = {
    "builtin": (frozenset(), 0),
    "busybox": (frozenset(), 0),
    "chronic": (frozenset(), 0),
    "chroot": (frozenset(), 1),
    "command": (frozenset(), 0),
    "doas": (frozenset(("-C", "-u")), 0),
    "eatmydata": (frozenset(), 0),
    "env": (frozenset(("-C", "-S", "-u", "--chdir", "--unset")), 0),
    "exec": (frozenset(("-a",)), 0),
    "gosu": (frozenset(), 1),
    "ionice": (frozenset(("-c", "-n", "-p")), 0),
    "nice": (frozenset(("-n",)), 0),
    "nohup": (frozenset(), 0),
    "setarch": (frozenset(), 0),
    "stdbuf": (frozenset(("-e", "-i", "-o")), 0),
    "su-exec": (frozenset(), 1),
    "sudo": (frozenset(("-C", "-D", "-g", "-h", "-p", "-R", "-r", "-T", "-t", "-U", "-u", "--group", "--user")), 0),
    "time": (frozenset(("-f", "-o")), 0),
    "timeout": (frozenset(("-k", "-s")), 1),
    "xargs": (frozenset(("-a", "-d", "-E", "-I", "-i", "-L", "-l", "-n", "-P", "-s")), 0),
}

_MOST = 20  # programs that run each other; more is no script that somebody wrote

SHELLS = frozenset(("ash", "bash", "dash", "ksh", "sh", "zsh"))

_ASKING = frozenset(("-V", "-v"))  # `command -v curl` runs nothing


def program_at(words: Sequence[str]) -> int:
    """The index of the word that names the program that does the work."""
    at = 0
    for _ in range(_MOST):
        found = _WRAPPERS.get(name_of(words[at])) if at < len(words) else None
        if found is None:
            return at
        inner = _behind(words, at + 1, *found)
        if inner >= len(words) or _ASKING & frozenset(words[at + 1 : inner]):
            return at
        at = inner
    return 0


def name_of(word: str) -> str:
    """The name of a program, without its folder."""
    return word.rpartition("/")[2]


def script_at(words: Sequence[str]) -> int | None:
    """The index of the word that a shell (or `su`) is given as its script with `-c`; `words` begin with the program."""
    if not words or name_of(words[0]) not in (*SHELLS, "su"):
        return None
    for index, word in enumerate(words[1:], 1):
        if word in ("-o", "+o", "-O", "-s") and name_of(words[0]) != "su":
            continue
        if word.startswith("-") and not word.startswith("--") and "c" in word:
            return index + 1 if index + 1 < len(words) else None
    return None


def reads_input(words: Sequence[str]) -> bool:
    """Is this a shell that reads its script from standard input? `words` begin with the program."""
    if not words or name_of(words[0]) not in SHELLS or script_at(words) is not None:
        return False
    return "-s" in words or all(word.startswith(("-", "+")) or word == "pipefail" for word in words[1:])


def _behind(words: Sequence[str], at: int, with_word: frozenset[str], skipped: int) -> int:
    """Where the program stands behind the options, assignments and leading words of one that runs it."""
    while at < len(words):
        word = words[at]
        if word.startswith("-") and word != "-":
            at += 2 if word in with_word else 1
        elif "=" in word.partition("/")[0]:
            at += 1
        elif skipped:
            skipped -= 1
            at += 1
        else:
            break
    return at
