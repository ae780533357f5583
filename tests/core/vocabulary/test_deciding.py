"""Of two things that must both hold, what is unknown counts only where the other does not settle it."""

from __future__ import annotations

import pytest

from cloudlint.resource import Observing
from cloudlint.vocabulary.deciding import both
from tests.core.vocabulary.plain_values import UNSURE, built


@pytest.mark.parametrize(
    ("first", "second", "holds", "noted"),
    [
        (True, True, True, False),
        (True, False, False, False),
        (False, True, False, False),
        (False, UNSURE, False, False),
        (UNSURE, False, False, False),
        (True, UNSURE, False, True),
        (UNSURE, True, False, True),
        (UNSURE, UNSURE, False, True),
    ],
)
def test_both(first: object, second: object, holds: bool, noted: bool) -> None:
    one, other = built(first), built(second)
    with Observing() as reads:
        found = both(lambda: one.flag, lambda: other.flag)
    assert (bool(found), bool(reads)) == (holds, noted)
