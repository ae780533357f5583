"""Code actions: the fix of a finding, all fixes of a rule, all safe fixes; ignoring and accepting with a reason. Edits
are made when an action is chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from cloudlint.config import Settings
from cloudlint.model import SAFE

from .. import convert, editing, mending, suppressing
from ..diagnostic import Reported, Writer
from ..judging import Verdict, fixable
from ..mending import Mended, Refused
from ..serving import MOVED_ON, Server, refusal
from ..session import Buffer
from ..working import Ticket

EXPLAIN = "cloudlint.explain"
FIX_ALL = "source.fixAll.cloudlint"
OPTIONS = types.CodeActionOptions(
    code_action_kinds=[types.CodeActionKind.QuickFix, types.CodeActionKind(types.CodeActionKind.SourceFixAll)],
    resolve_provider=True,
)


class Asked(NamedTuple):
    """What an action is to do: `fix` a finding, `rule` or `safe` in the file, `workspace` a rule everywhere; `ignore`
    a finding by a comment, `until` a day perhaps, `accept` it in the settings, ignore its rule there (`never`).

    `detail` is the fingerprint of a finding or the id of a rule.
    """

    what: str
    uri: str
    version: int
    detail: str = ""
    until: str = ""

    def data(self) -> dict[str, str | int]:
        """As JSON."""
        return self._asdict()


def register(server: Server) -> None:
    """Add the requests for code actions."""

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, OPTIONS)
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None:
            return []
        actions = list(_actions(server, verdict, buffer, params))
        if _resolves(server):
            return actions
        filled = [await _filled(server, action) for action in actions]
        return [action for action in filled if not action.disabled or _can(server).disabled_support]

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolved(action: types.CodeAction) -> types.CodeAction:
        if action.edit is None and isinstance(action.data, dict):
            action.edit = await edit_for(server, Asked(**action.data))
        return action


# ------------------------------------------------------------------------------ offering


def _actions(
    server: Server, verdict: Verdict, buffer: Buffer, params: types.CodeActionParams
) -> Iterator[types.CodeAction]:
    if _applies_all(server, buffer, params):
        yield from _named_safe_fix(server, verdict, buffer, params.context.diagnostics)
        return
    only = params.context.only
    chosen = params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic
    reports = verdict.reports.get(buffer.path, ())
    if _wants(only, types.CodeActionKind.QuickFix):
        here = _standing_in(server, verdict, buffer, params.range, reports)
        yield from _quick_fixes(server, verdict, buffer, [item for item in here if fixable(item.finding)])
        if chosen:
            yield from _all_of_a_rule(buffer, here, reports)
            yield from _suppressions(server, verdict, buffer, here)
            yield from _explanations(here)
    if (chosen or only) and _wants(only, FIX_ALL) and any(mending.is_safe(item.finding) for item in reports):
        asked = Asked("safe", buffer.uri, buffer.version)
        yield types.CodeAction("Fix all safely fixable findings in this file", _kind(FIX_ALL), data=asked.data())


def _applies_all(server: Server, buffer: Buffer, params: types.CodeActionParams) -> bool:
    """Will the client carry out every action, and show none? Kate's Quick Fix does, whatever the kinds: it names one
    diagnostic, asks for the whole text, and knows no preferred action."""
    whole = params.range.start == types.Position(0, 0) and params.range.end.line >= buffer.content.count("\n")
    named = params.context.diagnostics
    elsewhere = whole and bool(named) and named[0].range != params.range
    return elsewhere and not _can(server).is_preferred_support


def _named_safe_fix(
    server: Server, verdict: Verdict, buffer: Buffer, named: Sequence[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    """The fix of the finding that a diagnostic shows, where it needs nobody's consent."""
    reports = _standing_in(server, verdict, buffer, named[0].range, verdict.reports.get(buffer.path, ()))
    safe = [item for item in reports if item.finding.rule == named[0].code and mending.is_safe(item.finding)]
    yield from _quick_fixes(server, verdict, buffer, safe[:1])


def _standing_in(
    server: Server, verdict: Verdict, buffer: Buffer, range: types.Range, reports: Sequence[Reported]
) -> list[Reported]:
    """The findings that the range touches."""
    positions = server.places(verdict).positions(buffer.path)
    start, end = positions.offset(range.start), positions.offset(range.end)
    return [item for item in reports if item.finding.span.start <= end and start <= item.finding.span.end]


def _quick_fixes(
    server: Server, verdict: Verdict, buffer: Buffer, here: Sequence[Reported]
) -> Iterator[types.CodeAction]:
    places, writer = server.places(verdict), Writer()
    for item in here:
        fix = item.finding.fix
        assert fix is not None, "only fixable findings come here"
        yield types.CodeAction(
            title=convert.action_title(fix.title, fix.safety),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[server.converter.structure(json.loads(writer.diagnostic(item, places)), types.Diagnostic)],
            is_preferred=True if fix.safety is SAFE else None,
            data=Asked("fix", buffer.uri, buffer.version, item.fingerprint).data(),
        )


def _all_of_a_rule(buffer: Buffer, here: Sequence[Reported], reports: Sequence[Reported]) -> Iterator[types.CodeAction]:
    """Everything that a rule has found: in the file where it is more than one, and in the workspace."""
    for rule in dict.fromkeys(item.finding.rule for item in here if mending.is_of(item.finding.rule)(item.finding)):
        count = sum(mending.is_of(rule)(item.finding) for item in reports)
        for what, where in (("rule", "this file"), ("workspace", "the workspace")):
            if what == "workspace" or count > 1:
                yield types.CodeAction(
                    title=f"Fix all {rule} in {where}",
                    kind=types.CodeActionKind.QuickFix,
                    data=Asked(what, buffer.uri, buffer.version, rule).data(),
                )


def _suppressions(
    server: Server, verdict: Verdict, buffer: Buffer, here: Sequence[Reported]
) -> Iterator[types.CodeAction]:
    """What leaves a finding as it is: a comment, for a time or for good, or the settings."""
    settings = verdict.settings.get(buffer.path, Settings())
    until = suppressing.some_time_from(settings.today)
    creates = editing.abilities(server.capabilities).creates
    for rule, item in {item.finding.rule: item for item in reversed(here)}.items():
        if suppressing.may_comment(server.judge, settings, item.finding):
            yield _ignoring(f"Ignore {rule} here, with a reason", Asked("ignore", *_at(buffer), item.fingerprint))
            asked = Asked("ignore", *_at(buffer), item.fingerprint, until)
            yield _ignoring(f"Ignore {rule} here until {until}, with a reason", asked)
        file = suppressing.settings_file(server.judge, settings, item.finding, verdict.snapshot)
        if file and (creates or settings.source):
            name = file.rpartition("/")[2]
            yield _ignoring(f"Accept {rule} here in {name}", Asked("accept", *_at(buffer), item.fingerprint))
            yield _ignoring(f"Ignore {rule} everywhere in {name}", Asked("never", *_at(buffer), item.fingerprint))


def _ignoring(title: str, asked: Asked) -> types.CodeAction:
    return types.CodeAction(title, types.CodeActionKind.QuickFix, data=asked.data())


def _at(buffer: Buffer) -> tuple[str, int]:
    return buffer.uri, buffer.version


def _explanations(here: Sequence[Reported]) -> Iterator[types.CodeAction]:
    for rule in dict.fromkeys(item.finding.rule for item in here):
        command = types.Command(f"Explain {rule}", EXPLAIN, arguments=[rule])
        yield types.CodeAction(command.title, kind=types.CodeActionKind.QuickFix, command=command)


def _wants(only: Sequence[str] | None, kind: str) -> bool:
    """Does a client that wants `only` these kinds (and what is below them) want this one?"""
    if only is None:
        return True
    name = _name(kind)
    return any(name == _name(wanted) or name.startswith(f"{_name(wanted)}.") or not _name(wanted) for wanted in only)


def _name(kind: str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _kind(name: str) -> types.CodeActionKind:
    return name  # type: ignore[return-value]  # kinds are open: the protocol takes any text


def _can(server: Server) -> types.CodeActionClientCapabilities:
    """What the client can do with code actions."""
    documents = server.capabilities.text_document
    return (documents and documents.code_action) or types.CodeActionClientCapabilities()


def _resolves(server: Server) -> bool:
    resolve = _can(server).resolve_support
    return bool(_can(server).data_support and resolve is not None and "edit" in resolve.properties)


async def _filled(server: Server, action: types.CodeAction) -> types.CodeAction:
    """The action with its edit, for clients that do not ask for it later; disabled where it is refused."""
    if not isinstance(action.data, dict):
        return action
    try:
        action.edit = await edit_for(server, Asked(**action.data))
    except JsonRpcException as error:
        action.disabled = types.CodeActionDisabled(error.message)
    action.data = None
    return action


# ------------------------------------------------------------------------------- editing


async def edit_for(server: Server, asked: Asked) -> types.WorkspaceEdit:
    """The edit that an action stands for, tried in memory; raises where the buffer has moved on or it is refused."""
    verdict = await server.refresher.current()
    buffer = server.session.buffer(asked.uri)
    if buffer is None or buffer.version != asked.version or verdict.snapshot.buffers.get(buffer.path) != buffer:
        raise refusal("the text has changed since this was offered", MOVED_ON)
    paths = await server.all_paths() if asked.what == "workspace" else [buffer.path]
    try:
        mended = await server.worker.do(lambda ticket: _mended(server, verdict, buffer, asked, paths, ticket))
    except Refused as error:
        raise refusal(str(error)) from error
    if mended is None or server.session.snapshot.generation != verdict.snapshot.generation:
        raise refusal("the text has changed since this was offered", MOVED_ON)
    return workspace_edit(server, verdict, mended)


def _mended(
    server: Server, verdict: Verdict, buffer: Buffer, asked: Asked, paths: Sequence[str], ticket: Ticket
) -> Mended:
    if asked.what in ("fix", "ignore", "accept", "never"):
        item = next((item for item in verdict.reports.get(buffer.path, ()) if item.fingerprint == asked.detail), None)
        if item is None or (asked.what == "fix" and not fixable(item.finding)):
            raise Refused("the finding is gone")
        if asked.what == "fix":
            return mending.one(server.judge, verdict, item.finding, ticket.checkpoint)
        if asked.what == "ignore":
            return suppressing.by_comment(server.judge, verdict, item.finding, asked.until, ticket.checkpoint)
        accepting = suppressing.by_acceptance if asked.what == "accept" else suppressing.by_rule
        return accepting(server.judge, verdict, item.finding, ticket.checkpoint)
    wanted = mending.is_safe if asked.what == "safe" else mending.is_of(asked.detail)
    return mending.many(server.judge, verdict, paths, wanted, ticket.checkpoint)


def workspace_edit(server: Server, verdict: Verdict, mended: Mended) -> types.WorkspaceEdit:
    """Replacements as the client can take them; it is asked to ask before unsafe edits and edits of several files."""
    label = "Changes several files" if mended.safety is SAFE else "May change what the running system does"
    texts = {**{path: server.judge.text(path) for path in mended.changes if path not in verdict.texts}, **verdict.texts}
    return editing.workspace_edit(
        mended.changes,
        convert.Places(texts, server.session.encoding, verdict.snapshot.uris),
        verdict.snapshot.versions,
        editing.abilities(server.capabilities),
        ask=label if mended.ask else "",
        created=mended.created,
    )
