"""Whole kustomizations are built as Kustomize builds them: compared with what it was seen to build."""

from __future__ import annotations

import pytest

from tests.core.languages.kubernetes.kustomize_built import OVERLAYS, by_us, recorded


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_objects_are_what_kustomize_built(overlay: str) -> None:
    ours, theirs = by_us(overlay), recorded(overlay)
    assert sorted(ours) == sorted(theirs)
    for name, thing in theirs.items():
        assert ours[name] == thing
