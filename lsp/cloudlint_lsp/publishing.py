"""Publishing: who is told what has been found, and when. Clients that ask (pull) are nudged, the others told (push).

Only files whose set of diagnostics has changed are sent again; a file that is no longer reported on gets an empty set.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from .diagnostic import NOTHING, Held, Writer, note
from .judging import Judge, Verdict
from .session import Session


class Found(NamedTuple):
    """What a file holds; `version` is that of the buffer it was found in."""

    uri: str
    version: int | None
    held: Held


class Publisher:
    """Remembers what every file was last said to hold."""

    def __init__(self, client: LanguageServer, session: Session, judge: Judge, say_once: Callable[[str], None]) -> None:
        self._client = client
        self._session = session
        self._judge = judge
        self._say_once = say_once
        self._last = Verdict()
        self._writer = Writer()
        self._published: dict[str, str] = {}  # URI -> identity of the set; files that hold nothing are left out
        self._answered: dict[str, tuple[int, str]] = {}  # path -> version and identity of the set last pulled
        self._scanned: dict[str, Found] = {}  # by path: what a scan of the workspace found

    @property
    def pulls(self) -> bool:
        """Does the client ask for diagnostics?"""
        documents = self._client.client_capabilities.text_document
        return documents is not None and documents.diagnostic is not None

    def held(self, verdict: Verdict, path: str) -> Held:
        """What a file holds."""
        wrong = self._judge.wrong_settings.get(path)
        if wrong is not None:
            return note(wrong.reason, max(wrong.line - 1, 0))
        places = verdict.places(self._session.encoding)
        return self._writer.held(verdict.reports.get(path, ()), places, related=self.shows_related)

    async def tell(self, verdict: Verdict) -> None:
        """Pass a new verdict on."""
        self._last = verdict
        for trouble in verdict.troubles:
            self._say_once(trouble)
        for error in list(self._judge.wrong_settings.values()):
            self._say_once(f"settings not used: {error}")
        if self.pulls:
            self._nudge(verdict)
        else:
            self._push(verdict)

    def scanned(self, found: dict[str, Found]) -> None:
        """The whole workspace has been judged: clients that do not ask are told what stands in other files."""
        self._scanned = found
        if not self.pulls:
            self._push(self._last)

    def answered(self, path: str, version: int, identity: str) -> None:
        """A client has pulled this set."""
        self._answered[path] = version, identity

    def forget(self, path: str) -> None:
        """A buffer has been closed."""
        self._answered.pop(path, None)

    def _push(self, verdict: Verdict) -> None:
        places = verdict.places(self._session.encoding)
        sets = {places.uri(path): (self.held(verdict, path), path) for path in verdict.reports}
        for path, entry in self._scanned.items():
            sets.setdefault(entry.uri, (entry.held, path))
        sets |= {uri: (NOTHING, "") for uri in self._published if uri not in sets}
        for uri, (held, path) in sets.items():
            if self._published.get(uri, NOTHING.identity) != held.identity:
                buffer = verdict.snapshot.buffers.get(path)
                self._publish(uri, held, buffer.version if buffer else None)

    def _publish(self, uri: str, held: Held, version: int | None) -> None:
        if held.rules:
            self._published[uri] = held.identity
        else:
            self._published.pop(uri, None)
        of = "" if version is None else f', "version": {version}'
        told = Ready(f'{{"uri": {json.dumps(uri)}{of}, "diagnostics": {held.text}}}')
        self._client.protocol.notify(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, told)

    def _nudge(self, verdict: Verdict) -> None:
        """Have the client ask again where a file holds something else than what it was last told."""
        stale = [
            path
            for path, (version, known) in self._answered.items()
            if (buffer := verdict.snapshot.buffers.get(path)) is not None
            and buffer.version == version  # about a text that it has changed itself, the client asks by itself
            and self.held(verdict, path).identity != known
        ]
        if stale and self._refreshes():
            for path in stale:
                self._answered.pop(path)
            self._client.workspace_diagnostic_refresh(None)

    def _refreshes(self) -> bool:
        workspace = self._client.client_capabilities.workspace
        diagnostics = workspace.diagnostics if workspace is not None else None
        return bool(diagnostics is not None and diagnostics.refresh_support)

    @property
    def shows_related(self) -> bool:
        """Does the client show related places?"""
        documents = self._client.client_capabilities.text_document
        if documents is None:
            return False
        options = documents.diagnostic or documents.publish_diagnostics
        pushed = documents.publish_diagnostics
        return bool(
            getattr(options, "related_information", False) or (pushed is not None and pushed.related_information)
        )


class Ready(str):
    """JSON that is sent as it stands."""

    __slots__ = ()
