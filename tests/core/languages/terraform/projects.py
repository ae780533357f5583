"""Terraform projects given as text, evaluated."""

from __future__ import annotations

from collections.abc import Mapping

from cloudlint.analysis import Analysis
from cloudlint.languages import analyse
from cloudlint.resource import KNOWN, Resource, Value
from cloudlint.workspace import Workspace

ROOT = "/(project)"


def evaluated(files: Mapping[str, str], targets: tuple[str, ...] = (), workspace: str = "") -> Analysis:
    """The analysis of a project given as text by relative path; `workspace` is Terraform's."""
    overlay = {f"{ROOT}/{name}": text for name, text in files.items()}
    every = sorted(overlay)
    return analyse(Workspace(ROOT, overlay), [f"{ROOT}/{name}" for name in targets] or every, every, (), workspace)


def resource(analysis: Analysis, address: str) -> Resource:
    """The one resource at an address."""
    found = [item for graph in analysis.graphs for item in graph.resources if item.address == address]
    assert len(found) == 1, [item.address for graph in analysis.graphs for item in graph.resources]
    return found[0]


def said(value: Value) -> object:
    """A value as the tables write it: plain Python, or its state."""
    return value.known if value.state is KNOWN else value.state
