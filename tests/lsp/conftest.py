"""Clients that talk to a real server over standard input and output."""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")
pytest.importorskip("pytest_lsp", reason="needs pytest-lsp")

SERVER = [sys.executable, "-m", "cloudlint", "server"]
