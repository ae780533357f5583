"""Fingerprints: what makes a finding the same finding after the file around it has changed.

Made of the rule, the path in the repository, the resource, and the text of the place itself without its spaces and the
resource's name, never of line numbers. Where several findings agree in all of that, they are counted in the order of
the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .model import Finding
from .outcome import Outcome, key_of
from .patterns import pattern
from .typed import NamedTuple

MOST_REMEMBERED = 20_000  # findings, about 8 MB
MOST_OTHERS = 8  # environments in which a finding does not hold: beyond, their combinations are too many to try

_KEY = pattern(r'\["(?:[^"\\]|\\.)*"\]|\[[^\]]*\]')


class Identity(NamedTuple):
    """What a finding is known by: `path` is seen from the repository, `resource` without the keys of instances.

    `evidence` are 12 hexadecimal digits of the text of the place.
    """

    path: str
    rule: str
    resource: str
    evidence: str


def identity(finding: Finding, outcome: Outcome) -> Identity:
    """What a finding of an outcome is known by; several findings may agree in it.

    One that does not hold in all environments is another where it holds in others: it may have become worse.
    """
    return _identity(finding, outcome, outcome.only_in.get(key_of(finding), ()))


def wider(finding: Finding, outcome: Outcome) -> Iterator[Identity]:
    """What the finding would be known by, did it hold in more environments; narrowest first."""
    held = outcome.only_in.get(key_of(finding), ())
    others = [name for name in outcome.environments if name not in held] if held else []
    sizes = range(1, len(others)) if len(others) <= MOST_OTHERS else ()
    for size in sizes:
        for more in combinations(others, size):
            yield _identity(finding, outcome, (*held, *more))
    if others:
        yield _identity(finding, outcome, ())


def _identity(finding: Finding, outcome: Outcome, environments: tuple[str, ...]) -> Identity:
    path = finding.span.path
    return Identity(
        _in_repository(path, outcome.roots),
        finding.rule,
        unkeyed(finding.resource),
        _evidence(_text(finding, outcome), finding.resource, environments),
    )


def _text(finding: Finding, outcome: Outcome) -> str:
    """The text of the place, empty where it is not at hand."""
    document = outcome.documents.get(finding.span.path)
    return document.text[finding.span.start : finding.span.end] if document is not None else ""


def _evidence(text: str, address: str, environments: tuple[str, ...]) -> str:
    from hashlib import sha256

    name = unkeyed(address).rpartition(".")[2]
    bare = "".join(text.split()).replace(f'"{name}"', '""') if name else "".join(text.split())
    if environments:
        bare += "\0" + ",".join(sorted(environments))
    return sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:12]


class Fingerprints:
    """Makes fingerprints, and remembers them for those who ask again of nearly the same outcome."""

    def __init__(self) -> None:
        self._identities: dict[object, Identity] = {}
        self._prints: dict[tuple[Identity, int], str] = {}

    def of(self, outcome: Outcome) -> Sequence[str]:
        """One fingerprint (32 hexadecimal digits) for each finding of the outcome, in its order."""
        if len(self._identities) > MOST_REMEMBERED:
            self._identities.clear()
            self._prints.clear()
        seen: dict[Identity, int] = {}
        prints = []
        for finding in outcome.findings:
            held = outcome.only_in.get(key_of(finding), ()) if outcome.only_in else ()
            key = (finding.span.path, finding.rule, finding.resource, _text(finding, outcome), outcome.roots, held)
            known = self._identities.get(key)
            if known is None:
                known = self._identities[key] = _identity(finding, outcome, held)
            nth = seen[known] = seen.get(known, 0) + 1
            prints.append(self._prints.get((known, nth)) or self._print(known, nth))
        return prints

    def _print(self, known: Identity, nth: int) -> str:
        from hashlib import sha256

        content = "\0".join((*known, str(nth)))
        made = self._prints[known, nth] = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return made


def fingerprints(outcome: Outcome) -> Sequence[str]:
    """One fingerprint (32 hexadecimal digits) for each finding of the outcome, in its order."""
    return Fingerprints().of(outcome)


def unkeyed(address: str) -> str:
    """An address without the keys of instances: `module.a["x"].aws_y.z[0]` -> `module.a.aws_y.z`."""
    return _KEY.sub("", address) if "[" in address else address


def _in_repository(path: str, roots: Sequence[str]) -> str:
    """The path below the innermost root that holds it."""
    holding = [root.rstrip("/") + "/" for root in roots if path.startswith(root.rstrip("/") + "/")]
    return path.removeprefix(max(holding, key=len)) if holding else path
