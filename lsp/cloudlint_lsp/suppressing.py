"""Suppressing for an editor: edits that ignore a finding by a comment or the settings, tried first. On the worker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from cloudlint.config import FILE, Accept, Settings
from cloudlint.fingerprints import unkeyed
from cloudlint.model import SAFE, Finding
from cloudlint.notices import ALL as NOTICES
from cloudlint.settings_edits import Insertion, with_accept, with_ignored

from .convert import UNTITLED
from .editing import Replacement
from .judging import Judge, Verdict
from .mending import Mended, Refused
from .session import Snapshot

SOME_TIME = 90  # days
_NOTICES = frozenset(rule.id for rule in NOTICES)


def some_time_from(today: str) -> str:
    """The day until which something may be ignored that is not to be forgotten, as YYYY-MM-DD."""
    return str(date.fromisoformat(today or str(date.today())) + timedelta(SOME_TIME))


def may_comment(judge: Judge, settings: Settings, finding: Finding) -> bool:
    """May a comment ignore the finding, as far as can be told without trying?"""
    if finding.rule in _NOTICES or finding.span.path.endswith(".json"):
        return False
    return not any(finding.rule in judge.catalog.matching(pattern) for pattern in settings.not_ignorable)


def settings_file(judge: Judge, settings: Settings, finding: Finding, snapshot: Snapshot) -> str:
    """The settings file to accept a finding in, there or not; empty where there can be none."""
    if finding.rule in _NOTICES or finding.span.path.startswith(UNTITLED):
        return ""
    return settings.source or f"{judge.root(finding.span.path, snapshot)}/{FILE}"


def by_comment(
    judge: Judge, verdict: Verdict, finding: Finding, until: str, checkpoint: Callable[[str], None]
) -> Mended:
    """A comment that ignores a finding, until a day if one is given; raises Refused."""
    path = finding.span.path
    draft = judge.bench(verdict.snapshot, path, checkpoint).ignoring(finding, until)
    if draft is None:
        raise Refused(f"no comment can ignore {finding.rule} here; accept it in the settings")
    span = draft.edit.span
    return Mended({path: (Replacement(span.start, span.end, draft.edit.text, draft.reason),)}, SAFE)


def by_acceptance(judge: Judge, verdict: Verdict, finding: Finding, checkpoint: Callable[[str], None]) -> Mended:
    """An entry in the settings that accepts a finding at its resource; raises Refused."""
    file, text = _settings(judge, verdict, finding)
    folder = file.rpartition("/")[0]
    within = finding.span.path.removeprefix(f"{folder}/")
    escaped = "".join(f"\\{char}" if char in "*?[\\" else char for char in within)
    accept = Accept((finding.rule,), (f"/{escaped}",), reason="tried", folder=folder)
    bench = judge.bench(verdict.snapshot, finding.span.path, checkpoint)
    for resources in ((unkeyed(finding.resource),), ()) if finding.resource else ((),):
        if bench.accepting(finding, accept._replace(resources=resources)):
            made = with_accept(file.rpartition("/")[2], text, accept._replace(resources=resources))
            return _inserted(file, text, made)
    raise Refused(f"the settings cannot accept {finding.rule} here")


def by_rule(judge: Judge, verdict: Verdict, finding: Finding, checkpoint: Callable[[str], None]) -> Mended:
    """A rule more that the settings ignore; raises Refused."""
    file, text = _settings(judge, verdict, finding)
    return _inserted(file, text, with_ignored(file.rpartition("/")[2], text, finding.rule))


def _settings(judge: Judge, verdict: Verdict, finding: Finding) -> tuple[str, str]:
    """The settings file and its text, as the client has it."""
    settings = verdict.settings.get(finding.span.path, Settings())
    file = settings_file(judge, settings, finding, verdict.snapshot)
    buffer = verdict.snapshot.buffers.get(file)
    return file, buffer.content if buffer is not None else judge.text(file)


def _inserted(file: str, text: str, made: Insertion | None) -> Mended:
    if made is None:
        raise Refused(f"`{file}` has to be edited by hand: it is written in a way that is not understood")
    replacement = Replacement(made.at, made.at, made.text, made.reason)
    return Mended({file: (replacement,)}, SAFE, created=() if text else (file,))
