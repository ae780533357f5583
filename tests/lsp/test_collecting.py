"""Garbage: what is new is found at once, what has grown old once there is much of it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

from cloudlint_lsp import collecting
from cloudlint_lsp.collecting import Collector


class Ring:
    """Refers to itself, so that only the collector lets go of it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def by_hand() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


def test_what_is_new_is_found_at_once() -> None:
    collector = Collector()
    gone = weakref.ref(Ring())
    collector.collect()
    assert gone() is None


@pytest.mark.parametrize(("slack", "found"), [(10_000_000, False), (-10_000_000, True)])
def test_what_has_grown_old_is_found_once_there_is_much_of_it(
    monkeypatch: pytest.MonkeyPatch, slack: int, found: bool
) -> None:
    monkeypatch.setattr(collecting, "SLACK", slack)
    collector = Collector()
    ring: Ring | None = Ring()
    gone = weakref.ref(ring)
    collector.collect()
    ring = None
    collector.collect()
    assert (gone() is None) == found


def test_what_is_kept_is_no_sign_of_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "SLACK", 0)
    collector = Collector()
    collector.collect()
    kept = [Ring() for _ in range(2 * gc.get_freeze_count())]
    passing = weakref.ref(Ring())
    collector.keep()
    assert passing() is None
    ring = weakref.ref(kept[0])
    kept.clear()
    collector.collect()
    assert ring() is not None, "all that is old was looked at though nothing had been added"
