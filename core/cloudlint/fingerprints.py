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
    from hashlib import sha256

    document = outcome.documents.get(finding.span.path)
    text = document.text[finding.span.start : finding.span.end] if document is not None else ""
    resource = unkeyed(finding.resource)
    name = resource.rpartition(".")[2]
    bare = "".join(text.split()).replace(f'"{name}"', '""') if name else "".join(text.split())
    if environments:
        bare += "\0" + ",".join(sorted(environments))
    evidence = sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Identity(_in_repository(finding.span.path, outcome.roots), finding.rule, resource, evidence)


def fingerprints(outcome: Outcome) -> Sequence[str]:
    """One fingerprint (32 hexadecimal digits) for each finding of the outcome, in its order."""
    from hashlib import sha256

    seen: dict[Identity, int] = {}
    prints = []
    for finding in outcome.findings:
        known = identity(finding, outcome)
        nth = seen[known] = seen.get(known, 0) + 1
        content = "\0".join((*known, str(nth)))
        prints.append(sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints


def unkeyed(address: str) -> str:
    """An address without the keys of instances: `module.a["x"].aws_y.z[0]` -> `module.a.aws_y.z`."""
    return _KEY.sub("", address) if "[" in address else address


def _in_repository(path: str, roots: Sequence[str]) -> str:
    """The path below the innermost root that holds it."""
    holding = [root.rstrip("/") + "/" for root in roots if path.startswith(root.rstrip("/") + "/")]
    return path.removeprefix(max(holding, key=len)) if holding else path
