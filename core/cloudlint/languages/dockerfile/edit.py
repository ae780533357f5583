"""Edits of a Dockerfile as text: comments, indentation, continued lines and quotes stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...document import Document
from ...model import Change, Edit, Reference
from ...patterns import pattern
from ...resource import Plain
from .places import CommandPlace, WordPlace
from .syntax import Instruction

_BARE = pattern(r"[\w@%+=:,./^~-]+$")
_FOLLOWING = pattern(r"[ \t]*[\\`][ \t]*\r?\n[ \t]*(?=[^\s#])")  # the next line, where no comment is in between
_COMMENT = pattern(r"(?m)^[ \t]*#.*\n")
_COMMA_BEHIND = pattern(r"\s*,\s*")
_COMMA_BEFORE = pattern(r"\s*,\s*$")
_BETWEEN = pattern(r"[\s\\`]*(?:&&|;)?[\s\\`]*")
_QUOTED = pattern(r'(["\\$`])')
_LEADING = pattern(r"[ \t]*\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*([ \t]*)&&([ \t]*)")
_TRAILING = pattern(r"([ \t]*)&&([ \t]*)\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*([ \t]*)")


# ---------------------------------------------------------------------------- words


def set_word(place: WordPlace, value: Plain) -> Change | None:
    """Replace a word; a word with variables in it says something else every time, and is left."""
    text = place.document.text[place.start : place.end]
    written = value.text if isinstance(value, Reference) else None
    if written is None:
        plain = _plain(value)
        if plain is None or not place.literal:
            return None
        written = _quoted_like(text, plain, place.json)
    title = f"Write `{written}`"
    return Change(title, (Edit(place.document.span(place.start, place.end), written),))


def remove_word(place: WordPlace) -> Change | None:
    """Take a word away with the space in front of it; with its line where it stands alone on it."""
    text = place.document.text
    title = f"Remove `{text[place.start : place.end]}`"
    if place.json:
        edits = _without_element(place)
    else:
        edits = tuple(_without(place.document, place.instruction, place.start, place.end))
    return Change(title, edits) if edits else None


def _without_element(place: WordPlace) -> tuple[Edit, ...]:
    """A string of an array goes with the comma behind it, the last one with the comma in front."""
    text, document = place.document.text, place.document
    behind = _COMMA_BEHIND.match(text, place.end)
    if behind is not None:
        return (Edit(document.span(place.start, behind.end()), ""),)
    before = _COMMA_BEFORE.search(text[place.instruction.start : place.start])
    if before is None:
        return ()
    return (Edit(document.span(place.instruction.start + before.start(), place.end), ""),)


def _without(document: Document, instruction: Instruction, start: int, end: int) -> Iterator[Edit]:
    """Edits that take a stretch away; no line that continues is left empty, and comments between lines stay."""
    text = document.text
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    alone = not text[line:start].strip() and line > instruction.start
    behind = text[end:line_end].strip()
    first = text[line:start].strip().upper() == instruction.keyword
    following = _FOLLOWING.match(text, end) if first else None
    if following is not None:
        yield Edit(document.span(start, following.end()), "")
    elif not alone:
        yield Edit(document.span(start - len(text[line:start]) + len(text[line:start].rstrip()), end), "")
    elif behind in ("\\", "`"):
        yield Edit(document.span(line, min(line_end + 1, len(text))), "")
    elif behind:
        rest = text[end:line_end]
        yield Edit(document.span(start, end + len(rest) - len(rest.lstrip())), "")
    else:
        sign = _continuation_above(text, instruction, line)
        above = line - 1 - (text[line - 2] == "\r")
        if sign is not None and sign[1] <= above:
            yield Edit(document.span(*sign), "")
        yield Edit(document.span(above, end), "")


def _continuation_above(text: str, instruction: Instruction, line: int) -> tuple[int, int] | None:
    """The sign that continues the last line of the instruction above `line`, with the space in front of it."""
    at = line
    while at > instruction.start:
        above = text.rfind("\n", 0, at - 1) + 1
        written = text[above : at - 1].rstrip()
        if written.strip() and not written.lstrip().startswith("#"):
            if written[-1] not in "\\`":
                return None
            end = above + len(written)
            return above + len(written[:-1].rstrip()), end
        at = above
    return None


def add_word(place: WordPlace, content: Mapping[str, Plain]) -> Change | None:
    """Write a word behind another."""
    text = content.get("text")
    if not isinstance(text, str):
        return None
    written = f", {_json(text)}" if place.json else f" {text}"
    return Change(f"Add `{text}`", (Edit(place.document.span(place.end, place.end), written),))


def _quoted_like(old: str, plain: str, json: bool) -> str:
    """The text in the quotes that the old text has, or in those it needs."""
    if json:
        return _json(plain)
    quote = old[0] if len(old) > 1 and old[0] in "\"'" and old[-1] == old[0] else ""
    if not quote and _BARE.match(plain):
        return plain
    if quote != '"' and "'" not in plain:
        return f"'{plain}'" if quote or "$" in plain or '"' in plain or "\\" in plain else f'"{plain}"'
    return '"' + _QUOTED.sub(r"\\\1", plain) + '"'


def _json(text: str) -> str:
    from json import dumps

    return dumps(text, ensure_ascii=False)


def _plain(value: Plain) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (str, int, float)) else None


# ------------------------------------------------------------------------- commands


def remove_command(place: CommandPlace) -> Change | None:
    """Take a command away with the operator that joins it; the whole instruction where it holds nothing else."""
    document, text = place.document, place.document.text
    shown = text[place.start : place.end].partition("\n")[0].rstrip(" \\")
    title = f"Remove `{shown}`"
    if _COMMENT.search(text, place.start, place.end):
        return None
    if place.previous is None and place.next is None:
        alone = place.end == place.instruction.head_end and not place.instruction.heredocs
        removed = remove_instruction(document, place.instruction) if alone else None
        return None if removed is None else Change(title, removed.edits)
    if place.next is not None and place.after in ("&&", ";", "\n") and place.before in ("", "&&", ";", "\n"):
        if _foreign(text[place.end : place.next]):
            return None
        return Change(title, (Edit(document.span(place.start, place.next), ""),))
    if place.previous is not None and place.before in ("&&", ";", "\n") and not place.after:
        if _foreign(text[place.previous : place.start]):
            return None
        return Change(title, (Edit(document.span(place.previous, place.end), ""),))
    return None


def _foreign(between: str) -> bool:
    """Stands anything but one operator, white space and signs of continuation there: a comment, `then`, a bracket?"""
    return _BETWEEN.fullmatch(between) is None


def add_command(place: CommandPlace, content: Mapping[str, Plain]) -> Change | None:
    """Write a command that is run after this one succeeded, joined as the others of the instruction are."""
    added = content.get("text")
    if not isinstance(added, str) or place.after not in ("", "&&", ";", "\n"):
        return None
    document = place.document
    line_end = _line_end_of(document.text)
    written = _joined_like(document.text[place.instruction.start : place.instruction.head_end], added, line_end)
    if place.before == "\n" or place.after == "\n":
        line = document.text.rfind("\n", 0, place.start) + 1
        indent = document.text[line : place.start]
        written = f"{line_end}{indent}{added}" if not indent.strip() else f" && {added}"
    end = document.span(place.end, place.end)
    return Change(f"Add `{added}`", (Edit(end, written),))


def _joined_like(text: str, added: str, line_end: str) -> str:
    """A further command as the instruction joins its own: `&&` at the start of a line, at its end, or on one line."""
    if found := list(_LEADING.finditer(text)):
        leading = found[-1]
        return f" \\{line_end}{leading[1]}&&{leading[2]}{added}"
    if found := list(_TRAILING.finditer(text)):
        trailing = found[-1]
        return f"{trailing[1]}&&{trailing[2]}\\{line_end}{trailing[3]}{added}"
    return f" && {added}"


# --------------------------------------------------------------------- instructions


def remove_instruction(document: Document, instruction: Instruction) -> Change | None:
    """Take an instruction away with its lines, and with the empty line behind it if one is in front as well.

    Comments between its lines stay.
    """
    text = document.text
    start = text.rfind("\n", 0, instruction.start) + 1
    end = text.find("\n", instruction.end)
    end = len(text) if end < 0 else end + 1
    edits = []
    for comment in _COMMENT.finditer(text, start, instruction.head_end):
        if comment.start() > start:
            edits.append(Edit(document.span(start, comment.start()), ""))
        start = comment.end()
    if not edits and text[start - 2 : start] == "\n\n" and text[end : end + 1] == "\n":
        end += 1
    edits.append(Edit(document.span(start, end), ""))
    return Change(f"Remove this `{instruction.keyword}`", tuple(edits))


def set_flag(document: Document, instruction: Instruction, name: str, value: Plain) -> Change | None:
    """Write a flag right behind the keyword; one that stands there has a place of its own."""
    plain = _plain(value)
    if plain is None:
        return None
    written = f"--{name}" if value is True else f"--{name}={plain}"
    at = instruction.flags[-1].end if instruction.flags else None
    place = instruction.start + len(instruction.keyword) if at is None else instruction.body.range(at - 1, at)[1]
    return Change(f"Add `{written}`", (Edit(document.span(place, place), f" {written}"),))


def add_behind(document: Document, instruction: Instruction, content: Mapping[str, Plain]) -> Change | None:
    """Write an instruction on the line behind another."""
    added = content.get("text")
    if not isinstance(added, str):
        return None
    return _inserted(document, instruction, added)


def add_instruction(document: Document, stage: tuple[Instruction, ...], name: str, value: Plain) -> Change | None:
    """Write an instruction into a stage: behind the last one, but in front of the CMD and ENTRYPOINT at its end."""
    plain = _plain(value)
    if plain is None:
        return None
    last = len(stage) - 1
    while last > 0 and stage[last].keyword in ("CMD", "ENTRYPOINT", "HEALTHCHECK"):
        last -= 1
    return _inserted(document, stage[last], f"{name.upper()} {plain}")


def _inserted(document: Document, behind: Instruction, added: str) -> Change:
    text = document.text
    keyword = text[behind.start : behind.start + len(behind.keyword)]
    if keyword.islower():
        word, _, rest = added.partition(" ")
        added = f"{word.lower()} {rest}"
    indent = text[text.rfind("\n", 0, behind.start) + 1 : behind.start]
    line_end = text.find("\n", behind.end)
    end = behind.end if line_end < 0 else line_end - (text[line_end - 1] == "\r")
    return Change(f"Add `{added}`", (Edit(document.span(end, end), f"{_line_end_of(text)}{indent}{added}"),))


def _line_end_of(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
