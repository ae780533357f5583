"""Fingerprints: what makes a finding the same finding after the file around it has changed.

Made of the rule, the path in the repository, the resource, and the words of the place itself, never of line numbers.
Where several findings agree in all of that, they are counted in the order of the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from .running import Outcome


def fingerprints(outcome: Outcome) -> Sequence[str]:
    """One fingerprint (32 hexadecimal digits) for each finding of the outcome, in its order."""
    from hashlib import sha256

    seen: dict[str, int] = {}
    prints = []
    for finding in outcome.findings:
        document = outcome.documents.get(finding.span.path)
        words = document.text[finding.span.start : finding.span.end].split() if document is not None else ()
        path = _in_repository(finding.span.path, outcome.roots)
        content = "\0".join((finding.rule, path, finding.resource, " ".join(words)))
        nth = seen[content] = seen.get(content, 0) + 1
        prints.append(sha256(f"{content}\0{nth}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints


def _in_repository(path: str, roots: Sequence[str]) -> str:
    """The path below the innermost root that holds it."""
    holding = [root.rstrip("/") + "/" for root in roots if path.startswith(root.rstrip("/") + "/")]
    return path.removeprefix(max(holding, key=len)) if holding else path
