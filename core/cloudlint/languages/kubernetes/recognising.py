"""Is a YAML or JSON text a manifest? Told by `apiVersion` and `kind` at the root of a document, never by its name."""

from __future__ import annotations

import re

from ...patterns import pattern
from ...workspace import Workspace
from .kinds import KINDS, is_ours

SUFFIXES = (".yaml", ".yml", ".json")
WORDS = (b"apiVersion", b"kind")

_DOCUMENT = pattern(r"^---(?=\s|$)[^\n]*", re.MULTILINE)
_VERSION = pattern(r"""^["']?apiVersion["']?[ \t]*:[ \t]*["']?([\w./-]+)""", re.MULTILINE)
_KIND = pattern(r"""^["']?kind["']?[ \t]*:[ \t]*["']?(\w+)""", re.MULTILINE)
_CHOSEN = pattern(r"^apiVersion:[ \t]*\{\{", re.MULTILINE)  # by a template
_JSON_VERSION = pattern(r'"apiVersion"\s*:\s*"([\w./-]+)"')
_JSON_KIND = pattern(r'"kind"\s*:\s*"(\w+)"')

# What only Helm's templates hold; `{{ $labels.pod }}` in an alert or a dashboard is no template of the manifest.
_HELM = pattern(r"\{\{-?\s*(?:[^}\n]*(?:\.Values|\.Release|\.Chart|\.Capabilities)\b|(?:include|template)\s+[\"'])")


def is_manifest(text: str) -> bool:
    """Does some document of the text describe a kind that is known, whole or half typed? Nothing is parsed."""
    if "apiVersion" not in text or "kind" not in text:
        return False
    start = text.lstrip()[:2]
    if start[:1] == "{" and start != "{{":
        versions, kinds = _JSON_VERSION.findall(text), _JSON_KIND.findall(text)
        return any(is_ours(version, kind) for version in dict.fromkeys(versions) for kind in dict.fromkeys(kinds))
    for document in _DOCUMENT.split(text):
        version, kind = _VERSION.search(document), _KIND.search(document)
        if kind and (is_ours(version[1], kind[1]) if version else kind[1] in KINDS and bool(_CHOSEN.search(document))):
            return True
    return False


def is_template(text: str) -> bool:
    """Is the text a template that Helm makes manifests from?"""
    return "{{" in text and _HELM.search(text) is not None


def recognised(workspace: Workspace, path: str) -> bool:
    """Is the file a manifest? What cannot be read is left to whoever reads it, with a notice."""
    if not workspace.mentions(path, *WORDS):
        return False
    document = workspace.read(path)
    return document is not None and is_manifest(document.text)
