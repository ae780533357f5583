"""What is written down of Kustomize's builds is what it builds, where `kubectl` is installed."""

from __future__ import annotations

import pytest

from tests.core.languages.kubernetes.kustomize_built import KUBECTL, OVERLAYS, by_kustomize, recorded

pytestmark = pytest.mark.skipif(KUBECTL is None, reason="needs kubectl")


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_what_is_written_down_is_what_kustomize_builds(overlay: str) -> None:
    assert by_kustomize(overlay) == recorded(overlay)
