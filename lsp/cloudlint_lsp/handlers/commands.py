"""Commands: status, restart, the log, explain a rule, scan the workspace, fix it, take it for known (a baseline)."""

from __future__ import annotations

import asyncio
import os
from collections import Counter

from lsprotocol import types

from cloudlint.baseline import BaselineError
from cloudlint.documentation import page as page_of
from cloudlint.documentation import render
from cloudlint.version import VERSION

from .. import mending
from ..convert import uri_of
from ..mending import Refused
from ..progress import Progress
from ..serving import Server, refusal
from .code_actions import EXPLAIN, workspace_edit

STATUS = "cloudlint.status"
RESTART = "cloudlint.restart"
DOCUMENTATION = "cloudlint.documentation"
SCAN = "cloudlint.scanWorkspace"
FIX = "cloudlint.fixWorkspace"
BASELINE = "cloudlint.createBaseline"
LOG = "cloudlint.openLog"

NO_LOG = "The log goes to standard error, which the editor shows; `cloudlint server --log-file` has it in a file"


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
        return await explained(server, rule)

    @server.command(DOCUMENTATION)
    def documentation(rule: str) -> str:
        """As Markdown, for clients that can show a page; of every rule that `rule` is a name of."""
        pages = [page_of(found) for found in server.judge.catalog.find(rule)]
        return "\n---\n\n".join(pages) or f"`{rule}` is no rule\n"

    @server.command(SCAN)
    async def scan() -> dict[str, int] | None:
        try:
            async with Progress(server, None, "Judging the workspace", asks=True) as progress:
                await server.scanner.scan(progress.report)
        except asyncio.CancelledError:
            return None
        found = Counter(rule for entry in server.scanner.found.values() for rule in entry.held.rules)
        return dict(found.most_common())

    @server.command(FIX)
    async def fix() -> int:
        return await fix_workspace(server)

    @server.command(BASELINE)
    async def baseline() -> dict[str, int]:
        return await create_baseline(server)

    @server.command(LOG)
    async def open_log() -> str:
        return await open_log_of(server)


async def explained(server: Server, rule: str) -> str:
    """A rule's documentation as text; its page is opened beside that, where it has one and the client can."""
    rules = server.judge.catalog.find(rule)
    if not rules:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"`{rule}` is no rule"))
        return ""
    page = server.judge.page(rules[0].id)
    if not page or not await _show(server, page, external=True):
        text = f"{rules[0].title}. {page}".rstrip()
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
    return "\n".join(render(found, width=100) for found in rules)


async def open_log_of(server: Server) -> str:
    """Have the client show the log; its path, empty where it goes to standard error."""
    path = server.log_file and os.path.abspath(server.log_file)
    if not path:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, NO_LOG))
    elif not await _show(server, uri_of(path.replace(os.sep, "/"))):
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"The log is in {path}"))
    return path


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


async def create_baseline(server: Server) -> dict[str, int]:
    """Write down what is found in the workspace now, unsaved text included: how many lines, by path of the baseline."""
    async with Progress(server, None, "Judging the workspace", asks=True):
        paths = await server.all_paths()
        snapshot = server.session.snapshot
        try:
            lines = await server.worker.do(lambda ticket: server.judge.baseline(snapshot, paths, ticket.checkpoint))
        except (OSError, BaselineError) as error:
            raise refusal(f"no baseline was written: {error}") from error
    for path, count in (lines or {}).items():
        text = f"{path}: {count} known; from now on only what is new is shown"
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
    server.disk_changed(list(lines or ()))
    return dict(lines or {})


async def _show(server: Server, uri: str, *, external: bool = False) -> bool:
    """Have the client show something; False where it cannot."""
    window = server.capabilities.window
    if window is None or window.show_document is None or not window.show_document.support:
        return False
    shown = await server.window_show_document_async(types.ShowDocumentParams(uri, external=external or None))
    return shown.success
