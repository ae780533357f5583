"""What the server answers: one module for each feature, each with `register(server)`."""

from __future__ import annotations

from . import code_actions, diagnostics, lifecycle, sync

FEATURES = (lifecycle, sync, diagnostics, code_actions)
