"""What helps to read a file: links to local modules, the counts of a module, the values of expressions."""

from __future__ import annotations

from collections import Counter

from lsprotocol import types

from cloudlint.inspecting import module_sources, resolved
from cloudlint.model import Severity

from ..judging import Verdict
from ..serving import Server
from ..session import Buffer

LONGEST_HINT = 40  # characters


def register(server: Server) -> None:
    """Add the requests."""

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    async def links(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None or buffer.path not in verdict.texts:
            return []
        places = server.places(verdict)
        sources = await server.worker.do(lambda ticket: module_sources(verdict.graphs, buffer.path, verdict.texts))
        return [
            types.DocumentLink(places.range(source.span), places.uri(source.target), tooltip="Open the module")
            for source in sources or ()
        ]

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None or not server.session.snapshot.options.code_lens:
            return []
        title = _counts(verdict, buffer)
        top = types.Range(types.Position(0, 0), types.Position(0, 0))
        return [types.CodeLens(top, types.Command(title, ""))] if title else []

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        if not server.session.snapshot.options.inlay_hints:
            return []
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None or buffer.path not in verdict.texts:
            return []
        positions = server.places(verdict).positions(buffer.path)
        start, end = positions.offset(params.range.start), positions.offset(params.range.end)
        found = await server.worker.do(lambda ticket: resolved(verdict.graphs, buffer.path, start, end))
        return [
            types.InlayHint(positions.position(item.span.end), f"= {_short(item.shown)}", padding_left=True)
            for item in found or ()
        ]


def _counts(verdict: Verdict, buffer: Buffer) -> str:
    """`2 critical, 1 low in dev, prod`, for the file; empty where nothing was found."""
    found = Counter(item.finding.severity for item in verdict.reports.get(buffer.path, ()))
    counts = [f"{found[severity]} {severity}" for severity in sorted(Severity, reverse=True) if found[severity]]
    environments = verdict.settings[buffer.path].environments if buffer.path in verdict.settings else ()
    judged_in = f" in {', '.join(name for name, _ in environments)}" if environments else ""
    return f"cloudlint: {', '.join(counts)}{judged_in}" if counts else ""


def _short(shown: str) -> str:
    return shown if len(shown) <= LONGEST_HINT else shown[: LONGEST_HINT - 1] + "…"
