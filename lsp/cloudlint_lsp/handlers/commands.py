"""Commands: status, restart, explain a rule, scan the workspace, fix the workspace."""

from __future__ import annotations

import asyncio
from collections import Counter

from lsprotocol import types

from cloudlint.documentation import render
from cloudlint.version import VERSION

from .. import mending
from ..mending import Refused
from ..progress import Progress
from ..serving import Server
from .code_actions import EXPLAIN, workspace_edit

STATUS = "cloudlint.status"
RESTART = "cloudlint.restart"
SCAN = "cloudlint.scanWorkspace"
FIX = "cloudlint.fixWorkspace"


def register(server: Server) -> None:
    """Add the commands."""

    @server.command(STATUS)
    def status() -> dict[str, object]:
        return status_of(server)

    @server.command(RESTART)
    def restart() -> None:
        server.said.clear()
        server.judge.restart()
        server.session.touch()
        server.refresher.poke()

    @server.command(EXPLAIN)
    async def explain(rule: str) -> str:
        rules = server.judge.catalog.find(rule)
        if not rules:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"`{rule}` is no rule"))
            return ""
        window = server.capabilities.window
        page = server.judge.page(rules[0].id)
        if page and window is not None and window.show_document is not None and window.show_document.support:
            await server.window_show_document_async(types.ShowDocumentParams(page, external=True))
        else:
            text = f"{rules[0].title}. {page}".rstrip()
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
        return "\n".join(render(found, width=100) for found in rules)

    @server.command(SCAN)
    async def scan() -> dict[str, int] | None:
        try:
            async with Progress(server, None, "Judging the workspace", asks=True) as progress:
                await server.scanner.scan(progress.report)
        except asyncio.CancelledError:
            return None
        found = Counter(str(item.code) for entry in server.scanner.found.values() for item in entry.items)
        return dict(found.most_common())

    @server.command(FIX)
    async def fix() -> int:
        return await fix_workspace(server)


def status_of(server: Server) -> dict[str, object]:
    """What is at work, as JSON."""
    verdict = server.refresher.verdict
    notices = [
        item.finding.message
        for reports in verdict.reports.values()
        for item in reports
        if item.finding.rule in ("not-analysed", "internal-error")
    ]
    return {
        "version": VERSION,
        "rules": len(server.judge.catalog.ids),
        "folders": list(verdict.snapshot.folders),
        "buffers": len(verdict.snapshot.buffers),
        "settingsFiles": sorted({settings.source for settings in verdict.settings.values() if settings.source}),
        "wrongSettings": [str(error) for error in server.judge.wrong_settings.values()],
        "notAnalysed": notices,
        "stoppedRules": dict(server.judge.quarantined),
        "undecided": len(verdict.undecided),
        "lastFailure": server.refresher.failure,
        "milliseconds": round(1000 * server.refresher.seconds),
        "positionEncoding": server.session.encoding,
        "logFile": server.log_file,
    }


async def fix_workspace(server: Server) -> int:
    """Apply every safe fix in the workspace through the client; how many findings that mended."""
    async with Progress(server, None, "Fixing the workspace", asks=True):
        verdict = await server.refresher.current()
        paths = await server.all_paths()
        try:
            mended = await server.worker.do(
                lambda ticket: mending.many(server.judge, verdict, paths, mending.is_safe, ticket.checkpoint)
            )
        except Refused:
            mended = None
    if mended is None or verdict.snapshot.generation != server.session.snapshot.generation:
        return 0
    edit = workspace_edit(server, verdict, mended)
    applied = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "Fix the workspace"))
    return mended.fixed if applied.applied else 0
