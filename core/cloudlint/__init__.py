"""cloudlint finds and fixes cloud misconfigurations in infrastructure as code. This is the public API.

    from cloudlint import Settings, run
    for finding in run(["infra/"], Settings(select=("aws-s3-*",))).findings:
        print(finding.rule, finding.message)

Names are imported when first used, so that `import cloudlint` costs nothing.
"""

from __future__ import annotations

from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from .catalog import Catalog
    from .config import Settings, SettingsError
    from .document import Document
    from .model import Edit, Finding, Fix, Related, Safety, Severity, Span
    from .outcome import Outcome
    from .rule import Rule
    from .running import RunError, run

_HOME = {
    "Catalog": "catalog",
    "Document": "document",
    "Edit": "model",
    "Finding": "model",
    "Fix": "model",
    "Outcome": "outcome",
    "Related": "model",
    "Rule": "rule",
    "RunError": "running",
    "Safety": "model",
    "Settings": "config",
    "SettingsError": "config",
    "Severity": "model",
    "Span": "model",
    "run": "running",
}

__all__ = [
    "Catalog",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Outcome",
    "Related",
    "Rule",
    "RunError",
    "Safety",
    "Settings",
    "SettingsError",
    "Severity",
    "Span",
    "run",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
