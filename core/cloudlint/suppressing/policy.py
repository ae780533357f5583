"""Policy: what the settings allow an ignore to do."""

from __future__ import annotations

from ..typed import NamedTuple
from .ignore import Ignore


class Policy(NamedTuple):
    """What the settings say about ignoring.

    today           YYYY-MM-DD; empty: nothing expires
    require_reason  without a reason nothing is ignored
    kept            ids of the rules that cannot be ignored
    workspace       what `terraform.workspace` is, empty where it is unknown: what holds in one only does not hold then
    """

    today: str = ""
    require_reason: bool = False
    kept: frozenset[str] = frozenset()
    workspace: str = ""

    def is_here(self, ignore: Ignore) -> bool:
        """Is an ignore for the workspace that is judged?"""
        if not ignore.workspace:
            return True
        from fnmatch import fnmatchcase

        return bool(self.workspace) and fnmatchcase(self.workspace, ignore.workspace)

    def refusal(self, ignore: Ignore, rule: str) -> str | None:
        """The id of the hygiene rule that says why an ignore does nothing; None where it holds."""
        if ignore.wrong:
            return "ignore-malformed"
        if not ignore.holds(self.today):
            return "ignore-expired"
        if self.require_reason and not ignore.reason:
            return "ignore-without-reason"
        if rule in self.kept:
            return "ignore-not-allowed"
        return None
