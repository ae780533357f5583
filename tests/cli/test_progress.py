"""The bar on a terminal: shown when work takes long, gone when it is done, and nothing anywhere else."""

from __future__ import annotations

import io
import sys

import pytest

from cloudlint.cli.progress import Bar
from cloudlint.cli.terminal import progress


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        """Always."""
        return True


def drawn(stream: io.StringIO) -> str:
    """What stands on the line after all that was written."""
    return stream.getvalue().rpartition("\r")[2].rstrip()


def test_short_work_draws_nothing() -> None:
    stream, now = io.StringIO(), [0.0]
    bar = Bar(stream, lambda: now[0])
    for done in range(10):
        now[0] = done / 11
        bar(done, 10)
    bar.close()
    assert stream.getvalue() == ""


def test_long_work_is_drawn_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stream, now = io.StringIO(), [0.0]
    bar = Bar(stream, lambda: now[0])
    now[0] = 2.0
    bar(600, 1200)
    assert drawn(stream) == f"judging [{'#' * 15:<30}] 600 of 1,200"
    bar(601, 1200)
    assert "601" not in stream.getvalue(), "ten pictures a second are enough"
    bar.close()
    assert drawn(stream) == ""
    assert stream.getvalue().endswith(" \r")


def test_a_narrow_terminal_gets_the_numbers_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "16")
    stream, now = io.StringIO(), [0.0]
    bar = Bar(stream, lambda: now[0])
    now[0] = 2.0
    bar(1, 5)
    assert drawn(stream) == "judging 1 of 5"


@pytest.mark.parametrize(
    ("variable", "stream", "shown"),
    [("", Terminal(), True), ("", io.StringIO(), False), ("CI", Terminal(), False), ("TERM", Terminal(), False)],
)
def test_who_gets_a_bar(monkeypatch: pytest.MonkeyPatch, variable: str, stream: io.StringIO, shown: bool) -> None:
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, "dumb")
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as bar:
        assert (bar is not None) is shown
