"""The outcome of a run: what was found, what could not be judged, and what is needed to report it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .config import Settings
from .document import Document
from .model import Finding, Related, Undecided
from .notices import TOLD
from .resource import Graph
from .rule import Rule
from .typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .suppressing.applying import Suppressed

ALWAYS_TOLD = frozenset(notice.id for notice in TOLD)
"""Rules that say "this was not judged": no threshold and no selection silences them, only `ignore` does."""


class Outcome(NamedTuple):
    """What a run found, all of it sorted by place.

    findings      to be reported: selected, not below the severity asked for, in the named files or caused by them
    undecided     checks that read an unknown value in the named files
    files         files judged; `resources` the blocks in them that describe something; `checks` how many were run
    not_followed  calls of modules that are not at hand
    documents     every document that a finding may point into, by path
    rules         the rules of the findings and of those that are suppressed, by id
    roots         the repositories (or folders) that the paths belong to
    unread        named files of a format that is not read
    graphs        the resources that were judged, one graph for each thing that is evaluated on its own; none where
                  nothing is kept for a further run
    targets       the files that were named or stand below a named folder
    suppressed    what would be among the findings, were it not ignored or accepted
    environments  the names of those that were judged, where the settings have any
    only_in       the environments that a finding (by `key_of`) holds in, where it does not in all of them
    groups        the documents in groups that are judged apart: no edit in one changes what is found in another; none
                  where that is not known
    prints        for each group what tells whether it is as it was, where that is known; see `caching.print_of`
    """

    findings: tuple[Finding, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    files: int = 0
    resources: int = 0
    checks: int = 0
    not_followed: tuple[Related, ...] = ()
    documents: Mapping[str, Document] = {}
    rules: Mapping[str, Rule] = {}
    roots: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    graphs: tuple[Graph, ...] = ()
    targets: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    environments: tuple[str, ...] = ()
    only_in: Mapping[object, tuple[str, ...]] = {}
    groups: tuple[tuple[str, ...], ...] = ()
    prints: tuple[str, ...] = ()

    def fails(self, settings: Settings) -> bool:
        """Is there a finding severe enough to fail the run?"""
        return any(finding.severity >= settings.fail_on or finding.rule in ALWAYS_TOLD for finding in self.findings)


def key_of(finding: Finding) -> object:
    """What a finding is told apart from the others of its run by, whatever becomes of its fix."""
    return (finding.rule, finding.span, finding.message, finding.resource)


def place_of(item: Finding | Undecided) -> tuple[str, int, str, int]:
    """What the findings of an outcome are sorted by."""
    return (item.span.path, item.span.start, item.rule, item.span.end)


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcomes of several repositories as one."""
    if len(outcomes) == 1:
        return outcomes[0]
    return Outcome(
        tuple(sorted((finding for outcome in outcomes for finding in outcome.findings), key=place_of)),
        tuple(sorted((item for outcome in outcomes for item in outcome.undecided), key=place_of)),
        sum(outcome.files for outcome in outcomes),
        sum(outcome.resources for outcome in outcomes),
        sum(outcome.checks for outcome in outcomes),
        tuple(related for outcome in outcomes for related in outcome.not_followed),
        {path: document for outcome in outcomes for path, document in outcome.documents.items()},
        {id: rule for outcome in outcomes for id, rule in outcome.rules.items()},
        tuple(root for outcome in outcomes for root in outcome.roots),
        tuple(path for outcome in outcomes for path in outcome.unread),
        tuple(graph for outcome in outcomes for graph in outcome.graphs),
        tuple(path for outcome in outcomes for path in outcome.targets),
        tuple(item for outcome in outcomes for item in outcome.suppressed),
        groups=tuple(group for outcome in outcomes for group in outcome.groups),
        prints=tuple(print for outcome in outcomes for print in outcome.prints or [""] * len(outcome.groups)),
    )
