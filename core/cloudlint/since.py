"""Since: only what a change brings. The files are judged as they are and as they were at a revision of git, the old
texts laid over the new; what both say is not new, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .baseline import identities, matched
from .catalog import Catalog
from .config import Settings
from .effort import NONE, Effort
from .git import changes_since
from .outcome import Outcome
from .running import run
from .workspace import absolute


def brought(
    outcome: Outcome,
    paths: Iterable[str],
    revision: str,
    settings: Settings,
    catalog: Catalog,
    overlay: Mapping[str, str] | None = None,
    effort: Effort = NONE,
) -> Outcome:
    """The outcome of a run over `paths` with only the findings that were not there at a revision; raises GitError."""
    texts: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for root in outcome.roots:
        changes = changes_since(root, revision)
        texts |= changes.texts
        renamed |= changes.renamed
    if not outcome.findings or not (texts or overlay):
        return outcome if texts or overlay else matched(outcome, identities(outcome), reason=_reason(revision)).outcome
    named = [absolute(path) for path in paths]
    olds = [*(renamed.get(path, path) for path in named), *_below(named, texts)]
    before = run(list(dict.fromkeys(olds)), settings, overlay=texts, catalog=catalog, effort=effort)
    inside = {_relative(new, outcome.roots): _relative(old, outcome.roots) for new, old in renamed.items()}
    return matched(outcome, identities(before), inside, _reason(revision)).outcome


def _reason(revision: str) -> str:
    return f"was there at {revision}"


def _below(named: Iterable[str], texts: Mapping[str, str]) -> list[str]:
    """The files that were there then and are looked for in vain on disk."""
    folders = tuple(path.rstrip("/") + "/" for path in named)
    return [path for path, text in texts.items() if text and path.startswith(folders)]


def _relative(path: str, roots: Iterable[str]) -> str:
    root = max((root for root in roots if path.startswith(root + "/")), key=len, default="")
    return path.removeprefix(root + "/") if root else path
