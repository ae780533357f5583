"""Hover: on a finding, the rule, why it matters, where the value comes from and what the fix would do; on a computed
expression, what it comes to; on a rule named in an ignore comment or in settings, what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from cloudlint.documentation import parse
from cloudlint.fixing import apply
from cloudlint.inspecting import Reading, named_at, readings_at
from cloudlint.model import Finding, Span
from cloudlint.patch import diff
from cloudlint.resource import KNOWN, UNKNOWN

from .. import markdown
from ..convert import BOM, Places
from ..diagnostic import Reported
from ..judging import Verdict
from ..serving import Server
from ..session import Buffer

MOST = 5  # findings, and outcomes of an expression, that one hover shows


def register(server: Server) -> None:
    """Add the request."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        verdict = await server.refresher.current()
        buffer = server.session.buffer(params.text_document.uri)
        if buffer is None or buffer.path not in verdict.texts:
            return None
        offset = server.places(verdict).positions(buffer.path).offset(params.position)
        return await server.worker.do(lambda ticket: _hover(server, verdict, buffer, offset))


def _hover(server: Server, verdict: Verdict, buffer: Buffer, offset: int) -> types.Hover | None:
    places = server.places(verdict)
    findings = [
        item
        for item in verdict.reports.get(buffer.path, ())
        if item.finding.span.start <= offset <= item.finding.span.end
    ]
    readings = readings_at(verdict.graphs, buffer.path, offset)
    parts = list(_named(server, buffer, offset))
    parts += [_finding(server, verdict, item, places) for item in findings[:MOST]]
    parts += [_reading(reading, places) for reading in readings[:MOST]]
    spans = [item.finding.span for item in findings] or [reading.span for reading in readings]
    if not parts:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts))
    range = places.range(min(spans, key=lambda span: span.end - span.start)) if spans else None
    return types.Hover(content, range)


def _named(server: Server, buffer: Buffer, offset: int) -> Iterator[str]:
    """The rules that are named at an offset of an ignore comment or of a settings file."""
    name = named_at(buffer.path, buffer.content, offset)
    rules = server.judge.catalog.matching(name) if name else []
    for rule in (server.judge.catalog.get(id) for id in rules[:MOST]):
        first = f"**{rule.title}**"
        page = server.judge.page(rule.id)
        lines = [first, f"{markdown.link(rule.id, page)}, {rule.severity}", *_reason(server, rule.id)]
        yield "\n\n".join(lines)
    if len(rules) > MOST:
        yield f"and {len(rules) - MOST} rules more"


def _finding(server: Server, verdict: Verdict, item: Reported, places: Places) -> str:
    finding = item.finding
    repeats = verdict.snapshot.options.hover_findings
    lines = [f"**{markdown.plain(finding.message)}**"] if repeats else []
    lines += [f"{markdown.link(finding.rule, item.page)}, {finding.severity}", *_reason(server, finding.rule)]
    if repeats:
        related = (f"* {_place(other.span, places)}: {markdown.plain(other.message)}" for other in finding.related)
        lines += ["\n".join(related)]
    if finding.fix is not None:
        lines += [f"Fix: {markdown.plain(finding.fix.title)} ({finding.fix.safety})", *_preview(verdict, finding)]
    return "\n\n".join(line for line in lines if line)


def _reason(server: Server, rule: str) -> Iterator[str]:
    """Why a rule matters, where it says so."""
    try:
        yield parse(server.judge.catalog.get(rule).documentation).reason
    except (KeyError, ValueError):
        return


def _preview(verdict: Verdict, finding: Finding) -> Iterator[str]:
    """What the fix would change, as a patch for each file; with its name where it is not the finding's."""
    assert finding.fix is not None, "only a fix has a preview"
    paths = {edit.span.path for edit in finding.fix.edits}
    texts = {path: verdict.texts[path].removeprefix(BOM) for path in paths if path in verdict.texts}
    for path, text in apply(texts, [finding.fix]).texts.items():
        name = path.rpartition("/")[2]
        patch = diff(name, texts[path], text, context=1)
        if patch:
            where = f"In {markdown.code(name)}:\n\n" if path != finding.span.path else ""
            yield where + markdown.block("diff", _changes(patch))


def _changes(patch: str) -> str:
    """The lines of a patch, with `...` between distant ones instead of their numbers."""
    lines = [line.rstrip("\r") for line in patch.rstrip().split("\n")[3:]]
    return "\n".join("..." if line.startswith("@@") else line for line in lines)


def _reading(reading: Reading, places: Places) -> str:
    name = reading.name or "value"
    if reading.state is KNOWN and reading.shown:
        first = markdown.block("terraform", f"{name} = {reading.shown}")
    elif reading.state is UNKNOWN or reading.state is KNOWN:
        first = f"{markdown.code(name)} cannot be known here"
    else:
        first = f"{markdown.code(name)} is not set"
    steps = [f"* {_place(step.span, places)}: {markdown.plain(step.what)}" for step in reading.trail]
    where = f"in {markdown.code(reading.resource)}" if reading.resource else ""
    return "\n\n".join(part for part in (first, where, "\n".join(steps)) if part)


def _place(span: Span, places: Places) -> str:
    """A place as a link: file and line."""
    name = span.path.rpartition("/")[2]
    if not places.holds(span.path):
        return markdown.code(name)
    line = places.range(span).start.line + 1
    return markdown.link(f"{name}:{line}", f"{places.uri(span.path)}#L{line}")
