"""Suppressing: ignore comments read, applied, and kept in order.

Only this module is loaded with every run: nothing else is, unless some text holds one of the words below.
"""

from __future__ import annotations

MARKS = (
    "cloudlint:",
    "cloudlint.dev/",
    "checkov",
    ":ignore",
    "kics-scan",
    "ts:skip",
    "hadolint ",
    "bridgecrew:skip",
    "kube-linter.io",
    "runterrascan.io",
)
"""Every ignore comment and every metadata that means the same holds one of these."""


def hinted(text: str) -> bool:
    """May the text hold something that suppresses a finding?"""
    return any(mark in text for mark in MARKS)
