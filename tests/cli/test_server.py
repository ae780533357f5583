"""`cloudlint server` as far as it is no server yet; the rest is in tests/lsp/."""

from __future__ import annotations

import pytest

from cloudlint.cli import main
from cloudlint.version import VERSION


def test_check_says_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")
    assert main(["server", "--check"]) == 0
    assert capsys.readouterr().out == f"{VERSION}\n"


def test_check_fails_without_the_packages(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cloudlint.cli.server.find_spec", lambda name: None)
    assert main(["server", "--check"]) == 2
    assert "pip install 'cloudlint[lsp]'" in capsys.readouterr().err
