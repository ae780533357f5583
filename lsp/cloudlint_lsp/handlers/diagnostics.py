"""Diagnostics for clients that ask for them: of one buffer, and of the whole workspace."""

from __future__ import annotations

from lsprotocol import types

from ..convert import Plain
from ..progress import Progress
from ..publishing import Found, Ready, identity
from ..serving import Server

OPTIONS = types.DiagnosticOptions(identifier="cloudlint", inter_file_dependencies=True, workspace_diagnostics=True)


def register(server: Server) -> None:
    """Add the requests for diagnostics."""

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, OPTIONS)
    async def of_buffer(params: types.DocumentDiagnosticParams) -> Ready:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        found = server.publisher.diagnostics(verdict, buffer.path) if buffer is not None else []
        made = identity(found)
        if buffer is not None:
            server.publisher.answered(buffer.path, buffer.version, made)
        if params.previous_result_id == made:
            return Ready(kind="unchanged", resultId=made)
        return Ready(kind="full", items=found, resultId=made)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def of_workspace(params: types.WorkspaceDiagnosticParams) -> Ready:
        known = {item.uri: item.value for item in params.previous_result_ids}
        async with Progress(server, params.work_done_token, "Judging the workspace") as progress:
            await server.scanner.scan(progress.report)
        if known:  # the client knows it all: answer when there is something to say
            empty = identity([])
            await server.scanner.differs({uri: value for uri, value in known.items() if value != empty})
        return Ready(items=reports(server, known))


def reports(server: Server, known: dict[str, str]) -> list[Plain]:
    """A report for every file that holds something, and for every file that the client knows something of."""
    by_uri = {entry.uri: entry for entry in server.scanner.found.values()}
    wanted = [uri for uri, entry in by_uri.items() if entry.items or uri in known]
    gone = [uri for uri in known if uri not in by_uri]
    return [
        *(_report(by_uri[uri], known.get(uri)) for uri in wanted),
        *(_report(Found(uri, None, [], identity([])), known[uri]) for uri in gone),
    ]


def _report(entry: Found, known: str | None) -> Plain:
    head: Plain = {"uri": entry.uri, "version": entry.version, "resultId": entry.identity}
    if entry.identity == known:
        return {"kind": "unchanged", **head}
    return {"kind": "full", "items": entry.items, **head}
