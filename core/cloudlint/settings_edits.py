"""Edits of settings files that keep all else as it stands; what cannot be edited with certainty is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .config import SHARED_FILE, TABLE, Accept
from .toml_plain import Toml
from .toml_text import TomlError, parsed
from .typed import NamedTuple


class Insertion(NamedTuple):
    """Text to insert at an offset; `reason` is where in it the reason stands (empty so far), -1 where none does."""

    at: int
    text: str
    reason: int = -1


def with_accept(name: str, text: str, accept: Accept) -> Insertion | None:
    """A `[[accept]]` more at the end of the settings file of that name; None where that cannot be done."""
    header = ".".join((*_table(name), "accept"))
    entries = {"rule": accept.rules, "paths": accept.paths, "resources": accept.resources}
    lines = [f"{key} = [{', '.join(map(quoted, values))}]" for key, values in entries.items() if values]
    lines += [f"until = {accept.until}"] if accept.until else []
    start = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    head = "\n".join([f"{start}[[{header}]]", *lines, 'reason = "'])
    made = Insertion(len(text), f'{head}"\n', len(head))
    added = _ours(name, text[: made.at] + made.text)
    before = _ours(name, text)
    if before is None or added is None:
        return None
    listed = before.get("accept", [])
    now = added.get("accept")
    alike = {**before, "accept": now} == dict(added)
    return made if alike and isinstance(now, list) and isinstance(listed, list) and now[:-1] == listed else None


def with_ignored(name: str, text: str, rule: str) -> Insertion | None:
    """A rule more in `ignore` of the settings file of that name; None where that cannot be done."""
    before = _ours(name, text)
    if before is None:
        return None
    listed = before.get("ignore", [])
    if not isinstance(listed, list) or rule in listed:
        return None
    wanted = {**before, "ignore": [*listed, rule]}
    for made in _lists(name, text, rule) if listed or "ignore" in before else _keys(name, text, rule):
        if _ours(name, text[: made.at] + made.text + text[made.at :]) == wanted:
            return made
    return None


def quoted(text: str) -> str:
    """A string as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _lists(name: str, text: str, rule: str) -> list[Insertion]:
    """At the end of every list that may be it; from the last on, as a list of others may stand before."""
    found = []
    for start in reversed(list(re.finditer(r"^[ \t]*ignore[ \t]*=[ \t]*\[", text, re.MULTILINE))):
        for end in re.finditer(r"\]", text[start.end() :]):
            inner = text[start.end() : start.end() + end.start()]
            bare = inner.rstrip()
            at = start.end() + len(bare)
            comma = "" if not bare or bare.endswith(",") else ","
            if "\n" in inner:
                indent = re.search(r"\n([ \t]*)\S", inner)
                found.append(Insertion(at, f"{comma}\n{indent[1] if indent else '  '}{quoted(rule)},"))
            else:
                found.append(Insertion(at, f"{comma} {quoted(rule)}" if bare else quoted(rule)))
    return found


def _keys(name: str, text: str, rule: str) -> list[Insertion]:
    """As a new key where our table begins."""
    line = f"ignore = [{quoted(rule)}]\n"
    if not _table(name):
        about_the_file = re.match(r"(?:[ \t]*#[^\n]*\n)+[ \t]*\n", text)
        return [Insertion(about_the_file.end() if about_the_file else 0, line)]
    header = re.search(r"^[ \t]*\[[ \t]*" + r"[ \t]*\.[ \t]*".join(TABLE) + r"[ \t]*\][^\n]*\n", text, re.MULTILINE)
    start = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return [Insertion(header.end(), line) if header else Insertion(len(text), f"{start}[{'.'.join(TABLE)}]\n{line}")]


def _table(name: str) -> tuple[str, ...]:
    return TABLE if name == SHARED_FILE else ()


def _ours(name: str, text: str) -> Mapping[str, Toml] | None:
    """Our table in a settings file; None where it cannot be read."""
    try:
        table: Toml = parsed(text)
    except TomlError:
        return None
    for part in _table(name):
        table = table.get(part, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else None
