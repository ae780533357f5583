"""Diagnostics for clients that ask for them: of one buffer, and of the whole workspace."""

from __future__ import annotations

from lsprotocol import types

from ..progress import Progress
from ..publishing import Found, identity
from ..serving import Server

OPTIONS = types.DiagnosticOptions(identifier="cloudlint", inter_file_dependencies=True, workspace_diagnostics=True)


def register(server: Server) -> None:
    """Add the requests for diagnostics."""

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, OPTIONS)
    async def of_buffer(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        found = server.publisher.diagnostics(verdict, buffer.path) if buffer is not None else []
        made = identity(found)
        if buffer is not None:
            server.publisher.answered(buffer.path, buffer.version, made)
        if params.previous_result_id == made:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=made)
        return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=made)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def of_workspace(params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        known = {item.uri: item.value for item in params.previous_result_ids}
        async with Progress(server, params.work_done_token, "Judging the workspace") as progress:
            await server.scanner.scan(progress.report)
        if known:  # the client knows it all: answer when there is something to say
            empty = identity([])
            await server.scanner.differs({uri: value for uri, value in known.items() if value != empty})
        return types.WorkspaceDiagnosticReport(list(reports(server, known)))


def reports(server: Server, known: dict[str, str]) -> list[types.WorkspaceDocumentDiagnosticReport]:
    """A report for every file that holds something, and for every file that the client knows something of."""
    by_uri = {entry.uri: entry for entry in server.scanner.found.values()}
    wanted = [uri for uri, entry in by_uri.items() if entry.items or uri in known]
    gone = [uri for uri in known if uri not in by_uri]
    return [
        *(_report(by_uri[uri], known.get(uri)) for uri in wanted),
        *(_report(Found(uri, None, [], identity([])), known[uri]) for uri in gone),
    ]


def _report(entry: Found, known: str | None) -> types.WorkspaceDocumentDiagnosticReport:
    if entry.identity == known:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(entry.uri, entry.identity, entry.version)
    return types.WorkspaceFullDocumentDiagnosticReport(entry.uri, entry.items, entry.version, result_id=entry.identity)
