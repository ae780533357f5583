"""Diagnostics for clients that ask for them: of one buffer, and of the whole workspace."""

from __future__ import annotations

import json

from lsprotocol import types

from ..diagnostic import NOTHING
from ..progress import Progress
from ..publishing import Found, Ready
from ..serving import Server

OPTIONS = types.DiagnosticOptions(identifier="cloudlint", inter_file_dependencies=True, workspace_diagnostics=True)


def register(server: Server) -> None:
    """Add the requests for diagnostics."""

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, OPTIONS)
    async def of_buffer(params: types.DocumentDiagnosticParams) -> Ready:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        held = server.publisher.held(verdict, buffer.path) if buffer is not None else NOTHING
        if buffer is not None:
            server.publisher.answered(buffer.path, buffer.version, held.identity)
        if params.previous_result_id == held.identity:
            return Ready(f'{{"kind": "unchanged", "resultId": "{held.identity}"}}')
        return Ready(f'{{"kind": "full", "resultId": "{held.identity}", "items": {held.text}}}')

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def of_workspace(params: types.WorkspaceDiagnosticParams) -> Ready:
        known = {item.uri: item.value for item in params.previous_result_ids}
        async with Progress(server, params.work_done_token, "Judging the workspace") as progress:
            await server.scanner.scan(progress.report)
        if known:  # the client knows it all: answer when there is something to say
            await server.scanner.differs({uri: value for uri, value in known.items() if value != NOTHING.identity})
        return Ready(f'{{"items": [{", ".join(reports(server, known))}]}}')


def reports(server: Server, known: dict[str, str]) -> list[str]:
    """A report, in JSON, for every file that holds something, and for every one that the client knows something of."""
    by_uri = {entry.uri: entry for entry in server.scanner.found.values()}
    wanted = [uri for uri, entry in by_uri.items() if entry.held.rules or uri in known]
    gone = [uri for uri in known if uri not in by_uri]
    return [
        *(_report(by_uri[uri], known.get(uri)) for uri in wanted),
        *(_report(Found(uri, None, NOTHING), known[uri]) for uri in gone),
    ]


def _report(entry: Found, known: str | None) -> str:
    head = json.dumps({"uri": entry.uri, "version": entry.version, "resultId": entry.held.identity})[1:-1]
    if entry.held.identity == known:
        return f'{{"kind": "unchanged", {head}}}'
    return f'{{"kind": "full", {head}, "items": {entry.held.text}}}'
