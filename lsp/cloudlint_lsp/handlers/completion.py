"""Completion in settings files: rule ids inside `select` and `ignore`, names of settings, severities."""

from __future__ import annotations

import re

from lsprotocol import types

from cloudlint.config import KEYS, TABLE
from cloudlint.model import Severity

from ..convert import Positions
from ..judging import SETTINGS_FILES
from ..serving import Server
from ..session import Buffer

_RULES = re.compile(r"^\s*(?:select|ignore)\s*=\s*\[[^\]]*\Z", re.MULTILINE)
_SEVERITY = re.compile(r"^\s*(?:severity|fail-on)\s*=\s*\"[^\"\n]*\Z", re.MULTILINE)
_KEY = re.compile(r"^[\w-]*\Z", re.MULTILINE)
_HEADER = re.compile(r"^\s*\[([^\]\n]*)\]", re.MULTILINE)
_WORD = re.compile(r"[\w*-]*\Z")


def register(server: Server) -> None:
    """Add the request."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=['"', "-"]))
    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None or buffer.path.rpartition("/")[2] not in SETTINGS_FILES:
            return []
        positions = Positions(buffer.text, server.session.encoding)
        offset = positions.offset(params.position)
        found = _WORD.search(buffer.content[:offset])
        range = positions.range(found.start() if found else offset, offset)
        return [_item(word, detail, range) for word, detail in _words(server, buffer, buffer.content[:offset])]


def _words(server: Server, buffer: Buffer, before: str) -> list[tuple[str, str]]:
    """What may stand at the end of `before`, and what it is."""
    headers = _HEADER.findall(before)
    ours = headers[-1:] == [".".join(TABLE)] if buffer.path.endswith(SETTINGS_FILES[1]) else not headers
    if not ours:
        return []
    if _RULES.search(before):
        inside = before[before.rindex("[") :].count('"') % 2 == 1
        return [(id, "rule") for id in server.judge.catalog.ids] if inside else []
    if _SEVERITY.search(before):
        return [(str(severity), "severity") for severity in Severity]
    return [(name, "setting") for name in KEYS] if _KEY.search(before) else []


def _item(word: str, detail: str, range: types.Range) -> types.CompletionItem:
    kind = types.CompletionItemKind.Property if detail == "setting" else types.CompletionItemKind.Value
    return types.CompletionItem(word, kind=kind, detail=detail, text_edit=types.TextEdit(range, word))
