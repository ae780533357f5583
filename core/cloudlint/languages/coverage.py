"""Which formats can describe which kinds: where a rule may have something to say."""

from __future__ import annotations

from collections.abc import Iterable

from ..vocabulary.kubernetes import PROGRAMS


def formats_of(kinds: Iterable[str]) -> frozenset[str]:
    """The formats that hold resources of at least one of these kinds; imports the tables of the translation."""
    return frozenset(name for kind in kinds for name in _formats_of(kind))


def _formats_of(kind: str) -> tuple[str, ...]:
    if kind.startswith("dockerfile_"):
        return ("dockerfile",)
    if kind.startswith("compose_"):
        return ("compose",)
    if kind[:1].isupper() or kind in PROGRAMS:  # Terraform's `kubernetes_*` resources make the same objects
        return ("terraform", "terraform-plan", "kubernetes")
    if kind in _from_cloudformation():
        return ("terraform", "terraform-plan", "cloudformation")
    return ("terraform", "terraform-plan")


_translated: set[str] = set()


def _from_cloudformation() -> set[str]:
    if not _translated:
        from .cloudformation.tables import all_rows, kinds_of

        _translated.update(kind for row in all_rows().values() for kind in kinds_of(row))
    return _translated
