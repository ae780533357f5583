"""Completion: rules in ignore comments and in settings files, names of settings, severities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lsprotocol import types

from cloudlint.config import TABLE
from cloudlint.model import Severity
from cloudlint.settings_keys import ACCEPT, KEYS, OVERRIDE

from ..convert import Positions
from ..judging import SETTINGS_FILES, Verdict
from ..serving import Server
from ..session import Buffer

_LIST = re.compile(r"^\s*(?:select|ignore|not-ignorable|rule)\s*=\s*(?:\[[^\]]*\Z|[\"'][^\"'\n]*\Z)", re.MULTILINE)
_SEVERITY = re.compile(r"^\s*(?:severity|fail-on)\s*=\s*\"[^\"\n]*\Z", re.MULTILINE)
_KEY = re.compile(r"^[\w-]*\Z", re.MULTILINE)
_HEADER = re.compile(r"^\s*\[{1,2}([^\[\]\n]*)\]", re.MULTILINE)
_WORD = re.compile(r"[\w*-]*\Z")

_IN_COMMENT = re.compile(
    r"cloudlint:[ \t]*ignore(?:-file)?[ \t]*\[[^\]\n]*\Z|cloudlint\.dev/ignore[\"']?[ \t]*:[^\n]*\Z"
)
_COMMENT = re.compile(r"(?:#|//|/\*)[ \t]*cloudlint:[ \t]*[\w-]*\Z")
_NOTATIONS = ("ignore", "ignore-file")

Words = Mapping[str, str]  # what may be written, and what it is


def register(server: Server) -> None:
    """Add the request."""

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=['"', "-", "[", ",", ":"])
    )
    async def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None:
            return []
        positions = Positions(buffer.text, server.session.encoding)
        offset = positions.offset(params.position)
        before = buffer.content[:offset]
        if buffer.path.rpartition("/")[2] in SETTINGS_FILES:
            words, first = _in_settings(server, buffer, before), frozenset[str]()
        else:
            words = _in_comments(server, before)
            first = _found_near(await server.refresher.current(), buffer, offset) if words else frozenset()
        found = _WORD.search(before)
        range = positions.range(found.start() if found else offset, offset)
        return [_item(word, detail, range, word in first) for word, detail in words.items()]


def _in_comments(server: Server, before: str) -> Words:
    """What may stand in an ignore comment that `before` ends in."""
    line = before[before.rfind("\n") + 1 :]
    if _IN_COMMENT.search(line):
        return dict.fromkeys(server.judge.catalog.ids, "rule")
    return dict.fromkeys(_NOTATIONS, "comment") if _COMMENT.search(line) else {}


def _found_near(verdict: Verdict, buffer: Buffer, offset: int) -> frozenset[str]:
    """The rules of what is found on this line and the next: what a comment here is likely to be about."""
    text = buffer.content
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", text.find("\n", offset) + 1) % (len(text) + 1)
    reports = verdict.reports.get(buffer.path, ())
    near = (item.finding for item in reports if first <= item.finding.span.start <= last)
    return frozenset(finding.rule for finding in near)


def _in_settings(server: Server, buffer: Buffer, before: str) -> Words:
    """What may stand at the end of `before` in a settings file."""
    table = _table(buffer, before)
    if table is None:
        return {}
    if _LIST.search(before):
        line = before[before.rfind("\n") + 1 :]
        inside = line.count('"') % 2 == 1
        return dict.fromkeys(server.judge.catalog.ids, "rule") if inside else {}
    if _SEVERITY.search(before):
        return {str(severity): "severity" for severity in Severity}
    return dict.fromkeys(table, "setting") if _KEY.search(before) else {}


def _table(buffer: Buffer, before: str) -> Iterable[str] | None:
    """The names that may be set in the table of ours that `before` ends in; None in other tables."""
    headers = _HEADER.findall(before)
    path = tuple(part.strip() for part in headers[-1].split(".")) if headers else ()
    if buffer.path.endswith(SETTINGS_FILES[1]):
        if path[: len(TABLE)] != TABLE:
            return None
        path = path[len(TABLE) :]
    return {(): KEYS, ("accept",): ACCEPT, ("override",): OVERRIDE}.get(path)


def _item(word: str, detail: str, range: types.Range, first: bool) -> types.CompletionItem:
    kind = types.CompletionItemKind.Property if detail == "setting" else types.CompletionItemKind.Value
    edit = types.TextEdit(range, word)
    return types.CompletionItem(
        word, kind=kind, detail=detail, text_edit=edit, preselect=first or None, sort_text=f"{0 if first else 1}{word}"
    )
