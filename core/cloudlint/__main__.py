"""`python -m cloudlint`."""

from __future__ import annotations

from .cli import start

start()
