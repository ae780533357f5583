"""Accepting: findings that the settings accept, and what the settings change for some paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..catalog import Catalog, Selection
from ..config import Accept, Override, Settings
from ..fingerprints import unkeyed
from ..globs import covers
from ..ignoring import Ignores, ignored, parse
from ..model import Finding, Severity
from ..notices import ACCEPT_EXPIRED, ACCEPT_WITHOUT_REASON
from ..notices import ALL as NOTICES
from .applying import Suppressed


class Paths:
    """Patterns as in `.gitignore`, of the files below a folder; without patterns every file."""

    def __init__(self, folder: str, patterns: Sequence[str]) -> None:
        self.folder = folder.rstrip("/") + "/"
        self.patterns: tuple[Ignores, ...] = (parse(folder, "\n".join(patterns)),) if patterns else ()

    def hold(self, path: str) -> bool:
        """Is the file, or a folder above it, meant?"""
        if not self.patterns:
            return path.startswith(self.folder)
        if not path.startswith(self.folder):
            return False
        parts = path[len(self.folder) :].split("/")
        return any(
            ignored(self.patterns, self.folder + "/".join(parts[:count]), is_folder=count < len(parts))
            for count in range(1, len(parts) + 1)
        )


class Accepted:
    """One `[[accept]]`, ready to be asked."""

    def __init__(self, accept: Accept, catalog: Catalog, root: str) -> None:
        self.accept = accept
        self.meant = {pattern: frozenset(catalog.matching(pattern)) for pattern in accept.rules}
        self.paths = Paths(accept.folder or root, accept.paths)

    def fits(self, finding: Finding, addresses: Sequence[str]) -> bool:
        """Is the finding, with all of its instances, accepted?"""
        if not any(finding.rule in rules for rules in self.meant.values()) or not self.paths.hold(finding.span.path):
            return False
        globs = self.accept.resources  # `*` and `?` only: brackets are part of addresses
        return not globs or all(
            any(covers(glob, name) for glob in globs for name in (address, unkeyed(address)))
            for address in addresses or (finding.resource,)
        )

    def suppressed(self, finding: Finding) -> Suppressed:
        """The finding as one that the settings accept."""
        return Suppressed(finding, "settings", self.accept.reason, self.accept.until, self.accept.by)


class Acceptance:
    """The `[[accept]]`s of the settings; remembers which fitted a finding, and with which of their patterns."""

    def __init__(self, settings: Settings, catalog: Catalog, root: str) -> None:
        self.settings = settings
        self.entries = [Accepted(accept, catalog, root) for accept in settings.accept]
        self.used: set[tuple[Accept, str]] = set()

    def verdict(self, finding: Finding, addresses: Sequence[str]) -> Suppressed | None:
        """The finding as accepted; None where it is not."""
        said: Suppressed | None = None
        for entry in self.entries:
            if entry.fits(finding, addresses):
                self.used.update(
                    (entry.accept, pattern) for pattern, rules in entry.meant.items() if finding.rule in rules
                )
                if said is None and self.refusal(entry.accept) is None:
                    said = entry.suppressed(finding)
        return said

    def refusal(self, accept: Accept) -> str | None:
        """The id of the notice that says why an entry accepts nothing; None where it holds."""
        if accept.until and self.settings.today and accept.until < self.settings.today:
            return ACCEPT_EXPIRED.id
        if self.settings.require_reason and not accept.reason:
            return ACCEPT_WITHOUT_REASON.id
        return None


class Overrides:
    """Rules and severities that differ from path to path."""

    def __init__(self, settings: Settings, catalog: Catalog, selection: Selection, root: str) -> None:
        self.catalog = catalog
        self.entries = [
            (Paths(entry.folder or root, entry.paths), entry, *_sets(entry, catalog)) for entry in settings.override
        ]
        self.severities = _severities(settings.severities, catalog)
        self._selection = selection
        self._defaults = frozenset((*catalog.defaults, *(rule.id for rule in NOTICES)))

    @property
    def selection(self) -> Selection:
        """All that has to be run: what is wanted for some path."""
        chosen = [selected for *_, selected, _ in self.entries if selected]
        if not chosen:
            return self._selection
        everywhere = self._defaults if self._selection.select is None else self._selection.select
        return Selection(everywhere.union(*chosen), self._selection.ignore)

    def wants(self, finding: Finding) -> bool:
        """Is the rule to be applied to this path?"""
        rule, wanted = finding.rule, self._selection.wants(finding.rule, finding.rule in self._defaults)
        for paths, _, selected, without in self.entries:
            if (selected or rule in without) and paths.hold(finding.span.path):
                wanted = (rule in selected if selected else wanted) and rule not in without
        return wanted and rule not in self._selection.ignore

    def rated(self, finding: Finding) -> Finding:
        """The finding with the severity that the settings give it."""
        severity = self.severities.get(finding.rule, finding.severity)
        for paths, entry, *_ in self.entries:
            if entry.severities and paths.hold(finding.span.path):
                severity = _severities(entry.severities, self.catalog).get(finding.rule, severity)
        return finding if severity is finding.severity else finding._replace(severity=severity)


def _sets(entry: Override, catalog: Catalog) -> tuple[frozenset[str], frozenset[str]]:
    return _meant(entry.select, catalog), _meant(entry.ignore, catalog)


def _meant(patterns: Iterable[str], catalog: Catalog) -> frozenset[str]:
    return frozenset(id for pattern in patterns for id in catalog.matching(pattern))


def _severities(given: Iterable[tuple[str, Severity]], catalog: Catalog) -> dict[str, Severity]:
    return {id: severity for pattern, severity in given for id in catalog.matching(pattern)}
