"""Diagnostics for clients that ask for them: of one buffer, and of the whole workspace."""

from __future__ import annotations

from lsprotocol import types

from ..publishing import identity
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
            server.publisher.answered(buffer.path, made)
        if params.previous_result_id == made:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=made)
        return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=made)
