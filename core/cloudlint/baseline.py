"""Baselines: findings that were there before, told from those that a change brings.

A baseline is a text with a sorted line for each finding: path, rule, resource and evidence, with tabs between. Two
branches that mend different things change different lines. A finding matches a line by content, never by its place, and
each line matches once: a second problem like the first is new.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from .config import Settings
from .fingerprints import Identity, identity, wider
from .git import renamed_since
from .languages import moves
from .model import Finding
from .outcome import ALWAYS_TOLD, Outcome
from .suppressing.applying import Suppressed
from .typed import NamedTuple
from .writing import guard

FILE = ".cloudlint-baseline"
HEADER = "# cloudlint baseline 1: findings that are known and not yet mended; written by `cloudlint baseline`\n"


class BaselineError(Exception):
    """A text that is no baseline: the line, from 1, and why; line 0 where the file cannot be read."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"{line}: {reason}")
        self.line = line
        self.reason = reason


class Matched(NamedTuple):
    """What a baseline makes of an outcome.

    outcome  without the findings that are known: these are suppressed
    known    the identities that these findings have now
    left     lines of the baseline that no finding matches
    """

    outcome: Outcome
    known: tuple[Identity, ...]
    left: tuple[Identity, ...]


def identities(outcome: Outcome) -> list[Identity]:
    """What the findings are known by, those left out that say something was not judged: that is never accepted."""
    return [identity(finding, outcome) for finding in outcome.findings if finding.rule not in ALWAYS_TOLD]


def written(known: Iterable[Identity]) -> str:
    """A baseline as text."""
    lines = sorted("\t".join(part.replace("\t", " ").replace("\n", " ") for part in each) for each in known)
    return HEADER + "".join(f"{line}\n" for line in lines)


def read(text: str) -> list[Identity]:
    """The lines of a baseline; raises BaselineError."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#") or not line.strip():
            continue
        parts = line.split("\t")
        if len(parts) != len(Identity._fields):
            marks = ("<<<<<<<", "=======", ">>>>>>>")
            reason = "a merge conflict" if line.startswith(marks) else "path, rule, resource and evidence are expected"
            raise BaselineError(number, reason)
        found.append(Identity(*parts))
    return found


def place(outcome: Outcome, settings: Settings) -> str:
    """The baseline that holds for an outcome: that of the settings, else the one at the root; empty without any."""
    at_root = f"{outcome.roots[0]}/{FILE}" if outcome.roots else ""
    return settings.baseline or (at_root if at_root and os.path.isfile(at_root) else "")


def load(path: str) -> list[Identity]:
    """The lines of a baseline on disk; raises BaselineError."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:  # as in names of files
            text = file.read()
    except OSError as error:
        raise BaselineError(0, (error.strerror or "cannot be read").lower()) from error
    return read(text)


def save(path: str, known: Iterable[Identity]) -> None:
    """Write a baseline; raises OSError."""
    guard(path)
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        file.write(written(known))


def renamed_files(root: str, path: str, lines: Iterable[Identity]) -> dict[str, str]:
    """New path -> old path of files below `root`; git is asked only where a file of the baseline at `path` is gone."""
    gone = any(not os.path.exists(f"{root}/{name}") for name in {line.path for line in lines})
    return renamed_since(root, path) if gone else {}


def matched(
    outcome: Outcome, lines: Iterable[Identity], renamed: Mapping[str, str] | None = None, reason: str = ""
) -> Matched:
    """Take out the findings that a baseline holds. `renamed` are new paths and the old ones, seen from the repository.

    Resources that a `moved` block renames are known by their old address, too, and those that go to another file of
    their module by the old file; what held in more environments is known where it still holds.
    """
    left = Counter(lines)
    now = [(finding, identity(finding, outcome)) for finding in outcome.findings]
    others = _Others(outcome, renamed or {}, tuple(left))
    known: dict[int, Identity] = {}
    for names in (_same, others.names, others.beside, others.wider):
        for index, (finding, own) in enumerate(now):
            if index not in known and finding.rule not in ALWAYS_TOLD:
                name = next((name for name in names(finding, own) if left[name] > 0), None)
                if name is not None:
                    left[name] -= 1
                    known[index] = own
    suppressed = [Suppressed(now[index][0], "baseline", reason) for index in sorted(known)]
    findings: tuple[Finding, ...] = tuple(finding for index, (finding, _) in enumerate(now) if index not in known)
    return Matched(
        outcome._replace(findings=findings, suppressed=(*outcome.suppressed, *suppressed)),
        tuple(known.values()),
        tuple(sorted(left.elements())),
    )


def _same(finding: Finding, own: Identity) -> Iterator[Identity]:
    yield own


class _Others:
    """What a finding may have been known by: before files and resources were renamed, and when more was amiss."""

    def __init__(self, outcome: Outcome, renamed: Mapping[str, str], lines: Iterable[Identity]) -> None:
        self.outcome = outcome
        self.by_folder: dict[Identity, list[Identity]] = {}
        for line in lines:
            self.by_folder.setdefault(_in_folder(line), []).append(line)
        self.renamed = renamed
        self.moved: dict[str, str] = {}
        for document in outcome.documents.values():
            self.moved |= moves(document)

    def wider(self, finding: Finding, own: Identity) -> Iterator[Identity]:
        for name in wider(finding, self.outcome):
            yield from self.names(finding, name)

    def beside(self, finding: Finding, own: Identity) -> Iterator[Identity]:
        """The same resource in another file of its module: Terraform does not mind in which it stands."""
        if own.resource and finding.framework == "terraform":
            yield from self.by_folder.get(_in_folder(own), ())

    def names(self, finding: Finding, own: Identity) -> Iterator[Identity]:
        paths = dict.fromkeys((own.path, self.renamed.get(own.path, own.path)))
        for path in paths:
            for resource in (own.resource, *self._before(own.resource)):
                yield own._replace(path=path, resource=resource)

    def _before(self, address: str) -> Iterator[str]:
        """The earlier addresses of a resource, latest first; a chain of moves is followed."""
        seen = {address}
        while True:
            found = next((old for new, old in self.moved.items() if _holds(address, new)), None)
            if found is None:
                return
            new = next(new for new in self.moved if _holds(address, new))
            address = f".{address}.".replace(f".{new}.", f".{found}.", 1).strip(".")
            if address in seen:
                return
            seen.add(address)
            yield address


def _in_folder(own: Identity) -> Identity:
    return own._replace(path=own.path.rpartition("/")[0])


def _holds(address: str, part: str) -> bool:
    return f".{part}." in f".{address}."
