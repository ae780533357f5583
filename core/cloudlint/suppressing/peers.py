"""What other tools' ignore comments say, so that switching costs nothing.

Read off their documentation: checkov ("Suppressing and Skipping Policies"), trivy and tfsec ("Ignoring"), KICS
("Running KICS: comments"), terrascan ("In-file instrumentation"), hadolint ("Inline ignores").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..patterns import pattern as regex
from ..typed import TYPE_CHECKING, TypeAlias
from .ignore import Notation, Pattern
from .notation import named

if TYPE_CHECKING:
    import re

_Found: TypeAlias = "re.Match[str]"

_CHECKOV = regex(r"(?:checkov|bridgecrew|cortex):skip=[ \t]*([\w.*,-]+)(?::([^\n]*))?")
_TRIVY = regex(r"(trivy|tfsec):ignore:([\w*?.-]+)(?:\[([^\]\n]*)\])?((?::(?:exp|ws):[\w.*-]+)*)")
_GIVEN = regex(r":(exp|ws):([\w.*-]+)")
_KICS = regex(r"kics-scan[ \t]+(ignore-line|ignore-block|ignore|disable=([\w, -]+))")
_TERRASCAN = regex(r"ts:skip=[ \t]*\"?([\w.*-]+)\"?(?:[ \t]+([^\n]*))?")
_HADOLINT = regex(r"hadolint[ \t]+(global[ \t]+)?ignore=[ \t]*([\w,]+)")


def notations(comment: str) -> Iterator[Notation]:
    """Every ignore of another tool in a comment's text."""
    for word, pattern, read in _READERS:
        if word in comment:
            for found in pattern.finditer(comment):
                yield from read(found)


def _checkov(found: _Found) -> Iterator[Notation]:
    names = found[1].rstrip(",")
    reason = _sentence(found[2] or "")
    yield Notation(*found.span(), tuple(named(names, found.start(1))), "block", reason, notation="checkov")


def _trivy(found: _Found) -> Iterator[Notation]:
    tool, name, filters, options = found.groups()
    given = dict(_GIVEN.findall(options))
    only = tuple(
        (path.strip(), value.strip().strip("\"'"))
        for path, sign, value in (part.partition("=") for part in (filters or "").split(","))
        if sign
    )
    pattern = Pattern(name, found.start(2), found.end(2))
    until, workspace = given.get("exp", ""), given.get("ws", "")
    yield Notation(*found.span(), (pattern,), until=until, notation=tool, only=only, workspace=workspace)


def _kics(found: _Found) -> Iterator[Notation]:
    if found[2] is not None:
        patterns, reach = tuple(named(found[2], found.start(2))), "file"
    else:
        patterns = (Pattern("*", found.start(1), found.end(1)),)
        reach = {"ignore-line": "line", "ignore-block": "here", "ignore": "file"}[found[1]]
    yield Notation(*found.span(), patterns, reach, notation="kics")


def _terrascan(found: _Found) -> Iterator[Notation]:
    pattern = Pattern(found[1], found.start(1), found.end(1))
    yield Notation(*found.span(), (pattern,), "block", _sentence(found[2] or ""), notation="terrascan")


def _hadolint(found: _Found) -> Iterator[Notation]:
    patterns = tuple(named(found[2], found.start(2)))
    yield Notation(*found.span(), patterns, "file" if found[1] else "here", notation="hadolint")


def _sentence(text: str) -> str:
    return " ".join(text.removesuffix("*/").split())


_READERS: tuple[tuple[str, re.Pattern[str], Callable[[_Found], Iterator[Notation]]], ...] = (
    (":skip=", _CHECKOV, _checkov),
    (":ignore:", _TRIVY, _trivy),
    ("kics-scan", _KICS, _kics),
    ("ts:skip", _TERRASCAN, _terrascan),
    ("hadolint", _HADOLINT, _hadolint),
)
