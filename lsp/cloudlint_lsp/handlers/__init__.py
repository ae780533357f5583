"""What the server answers: one module for each feature, each with `register(server)`."""

from __future__ import annotations

from . import (
    code_actions,
    commands,
    completion,
    diagnostics,
    hover,
    lifecycle,
    reading_aids,
    settings,
    sync,
    watched_files,
)

FEATURES = (
    lifecycle,
    settings,
    sync,
    watched_files,
    diagnostics,
    code_actions,
    hover,
    reading_aids,
    completion,
    commands,
)
