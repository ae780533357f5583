"""Baselines for an editor: what they know is left out, as the command line does; read again when they change."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from cloudlint.baseline import FILE, BaselineError, identities, load, matched, place, renamed_files, save
from cloudlint.config import Settings
from cloudlint.fingerprints import Identity
from cloudlint.model import Finding
from cloudlint.outcome import Outcome

Known: TypeAlias = tuple[str, str, str, str]


def known_by(finding: Finding) -> Known:
    """What a finding can be told by while texts change: its place moves."""
    return finding.rule, finding.span.path, finding.resource, finding.message


class _Read(NamedTuple):
    """A baseline as it was read: its state on disk, its lines by path, new paths of files -> old ones."""

    state: tuple[int, int]
    lines: dict[str, list[Identity]]
    renamed: dict[str, str]


class Baselines:
    """The baselines that were read."""

    def __init__(self) -> None:
        self._read: dict[str, _Read] = {}

    def forget(self) -> None:
        """Files may have moved: which are those of the baseline is to be asked again."""
        self._read.clear()

    def applied(self, outcome: Outcome, settings: Settings) -> Outcome:
        """The outcome without what is known; raises BaselineError with a reason that names the file."""
        for root in outcome.roots:
            own = outcome._replace(roots=(root,))
            path = place(own, settings)
            if path and outcome.findings:
                baseline = self._baseline(root, path)
                paths = {finding.span.path.removeprefix(f"{root}/") for finding in outcome.findings}
                paths |= {baseline.renamed[name] for name in paths & baseline.renamed.keys()}
                lines = [line for name in sorted(paths) for line in baseline.lines.get(name, ())]
                reason = f"in {path.removeprefix(f'{root}/')}"
                outcome = matched(own, lines, baseline.renamed, reason).outcome._replace(roots=outcome.roots)
        return outcome

    def hidden(self, outcome: Outcome, settings: Settings) -> frozenset[Known]:
        """Of the findings of an outcome, those that a baseline knows and nothing like them is left to be shown."""
        try:
            left = self.applied(outcome, settings).findings
        except BaselineError:
            left = outcome.findings
        return frozenset(map(known_by, outcome.findings)) - frozenset(map(known_by, left))

    def _baseline(self, root: str, path: str) -> _Read:
        try:
            status = os.stat(path)
            state = (status.st_mtime_ns, status.st_size)
            known = self._read.get(path)
            if known is None or known.state != state:
                lines = load(path)
                by_path: dict[str, list[Identity]] = {}
                for line in lines:
                    by_path.setdefault(line.path, []).append(line)
                known = self._read[path] = _Read(state, by_path, renamed_files(root, path, lines))
            return known
        except (OSError, BaselineError) as error:
            reason = error.reason if isinstance(error, BaselineError) else (error.strerror or "cannot be read").lower()
            number = error.line if isinstance(error, BaselineError) else 0
            where = f"`{path}`, line {number}" if number else f"`{path}`"
            raise BaselineError(number, f"the baseline {where} is not used: {reason}") from error


def written(outcomes: Iterable[tuple[Settings, Outcome]]) -> dict[str, int]:
    """Write down all that outcomes report, in the baseline of each repository: how many lines, by path.

    What a baseline says of files that were not judged and are still there stays in it; raises OSError, BaselineError.
    """
    known: dict[str, list[Identity]] = {}
    judged: dict[str, set[str]] = {}
    for settings, outcome in outcomes:
        for root in outcome.roots:
            path = settings.baseline or f"{root}/{FILE}"
            own = outcome._replace(
                roots=(root,),
                findings=tuple(finding for finding in outcome.findings if finding.span.path.startswith(f"{root}/")),
            )
            known.setdefault(path, []).extend(identities(own))
            inside = (name.removeprefix(f"{root}/") for name in outcome.targets if name.startswith(f"{root}/"))
            judged.setdefault(path, set()).update(inside)
            judged[path].update(line.path for line in _lines(path) if not os.path.exists(f"{root}/{line.path}"))
    for path, lines in known.items():
        lines += [line for line in _lines(path) if line.path not in judged[path]]
        save(path, lines)
    return {path: len(lines) for path, lines in known.items()}


def _lines(path: str) -> list[Identity]:
    return load(path) if os.path.exists(path) else []
