"""Migrating: other tools' ignore comments, configuration and baselines turned into ours, once and for all."""

from __future__ import annotations
