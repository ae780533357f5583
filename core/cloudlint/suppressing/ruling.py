"""Ruling: what becomes of each finding of a run, by its comments and its settings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ..analysis import Analysis
from ..catalog import Catalog, Selection
from ..config import Settings
from ..model import Finding, Related, Undecided
from ..notices import SYNTAX_ERROR, TOLD
from ..resource import Graph
from . import hinted, hygiene, reviewing
from .accepting import Acceptance, Overrides
from .applying import Comments, Suppressed
from .policy import Policy

_ALWAYS_TOLD = frozenset(rule.id for rule in TOLD)


class Ruling:
    """Asked once for every finding of a run; `selection` are the rules to run."""

    def __init__(
        self, analysis: Analysis, settings: Settings, catalog: Catalog, selection: Selection, root: str
    ) -> None:
        kept = frozenset(id for pattern in settings.not_ignorable for id in catalog.matching(pattern))
        policy = Policy(settings.today, settings.require_reason, kept, settings.workspace)
        self.analysis = analysis
        self.overrides = Overrides(settings, catalog, selection, root)
        self.catalog = catalog
        self.selection = self.overrides.selection
        self.comments = Comments(analysis.documents.values(), catalog, policy)
        self.acceptance = Acceptance(settings, catalog, root)

    def on(self, finding: Finding, addresses: Sequence[str], graph: Graph | None) -> Finding | Suppressed | None:
        """The finding as it is to be reported, as suppressed, or None where its path leaves out its rule."""
        if finding.rule not in _ALWAYS_TOLD and not self.overrides.wants(finding):
            return None
        rated = self.overrides.rated(finding)
        commented = self.comments.verdict(finding, addresses, graph)
        accepted = self.acceptance.verdict(finding, addresses)  # asked in any case: it remembers what is of use
        said = commented or accepted
        return rated if said is None else said._replace(finding=rated)

    def hygiene(self, targets: Collection[str], undecided: Collection[Undecided]) -> Iterator[Finding]:
        """What is wrong with the ignores in these files; ask when all findings have been asked for."""
        if not self.comments.ignores:
            return
        blind = {notice.span.path for notice in self.analysis.notices if notice.rule == SYNTAX_ERROR.id}
        analysis = self.analysis
        context = hygiene.Context(self.selection, analysis.graphs, undecided, analysis.not_followed, blind)
        for path in targets:
            document = analysis.documents.get(path)
            if document is not None and hinted(document.text):
                yield from self._wanted(hygiene.findings(self.comments, document, context))

    def of_settings(
        self,
        folders: Collection[str],
        reported: Collection[Finding],
        unseen: Collection[Undecided | Related | Finding],
        read: reviewing.Read,
    ) -> Iterator[Finding]:
        """What is wrong with the acceptances of the settings, in a run over these folders; ask as for `hygiene`."""
        if self.acceptance.entries:
            seen = reviewing.Seen(self.catalog, self.selection, folders, reported, unseen)
            yield from self._wanted(reviewing.findings(self.acceptance, seen, read))

    def _wanted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            if self.overrides.wants(finding):
                yield self.overrides.rated(finding)
