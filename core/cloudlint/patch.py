"""Two texts as a unified diff that `git apply` takes."""

from __future__ import annotations

_NO_NEWLINE = "\\ No newline at end of file"


def diff(path: str, old: str, new: str, context: int = 3) -> str:
    r"""The patch that makes `new` of `old`, empty where they are the same; its lines end in LF.

    `path` is relative with forward slashes. Lines end at LF alone, so that the CR of a CRLF is part of its line, as it
    is for git. `context` is the number of unchanged lines around a change.
    """
    if old == new:
        return ""
    from difflib import SequenceMatcher

    before, after = _lines(old), _lines(new)
    parts = [f"--- {_named('a/' + path)}\n", f"+++ {_named('b/' + path)}\n"]
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(context):
        first, last = group[0], group[-1]
        parts.append(f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n")
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                parts += [_line(" ", line) for line in before[start:end]]
            else:
                parts += [_line("-", line) for line in before[start:end]]
                parts += [_line("+", line) for line in after[new_start:new_end]]
    return "".join(parts)


def _lines(text: str) -> list[str]:
    """The lines with their LF; unlike `splitlines`, a form feed or a lone CR ends none."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _line(mark: str, line: str) -> str:
    return mark + line if line.endswith("\n") else f"{mark}{line}\n{_NO_NEWLINE}\n"


def _range(start: int, end: int) -> str:
    """A hunk's range: the line before it where it is empty."""
    length = end - start
    return f"{start if length == 0 else start + 1},{length}"


def _named(path: str) -> str:
    """A path as git writes it: quoted with escapes where it holds quotes, backslashes, control or other characters."""
    if path.isascii() and path.isprintable() and not any(char in path for char in '"\\'):
        return path if " " not in path else f"{path}\t"
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    escaped = (short.get(char) or (char if char.isascii() and char.isprintable() else _octal(char)) for char in path)
    return f'"{"".join(escaped)}"'


def _octal(char: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))
