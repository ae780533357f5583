"""The settings of a Session Manager document, written as JSON or as YAML."""

from __future__ import annotations

from cloudlint.patterns import pattern
from cloudlint.resource import State
from cloudlint.rule import Resource, Value
from cloudlint.vocabulary.json_text import decode

_LINE = pattern(r"(?m)^[ \t]+(\w+):[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s#]*))")


def session_inputs(document: Resource) -> dict[str, str] | None:
    """The `inputs` of a session document as text, booleans as `true` and `false`; None for other documents.

    None also where the content is not known. The settings are flat, so that lines are enough to read YAML.
    """
    if not document["document_type"].equals("Session"):
        return None
    content = document["content"]
    if document["document_format"].equals("YAML"):
        if content.text is None:
            return None
        return {match[1]: match[2] or match[3] or match[4] or "" for match in _LINE.finditer(content.text)}
    inputs = decode(content).entry("inputs")
    if inputs.unknown:
        return None
    read = {key: _text(value) for key, value in inputs.entries().items()}
    return None if None in read.values() else {key: text or "" for key, text in read.items()}


def _text(value: Value) -> str | None:
    """The text of a setting; what is made from a resource is not known, but surely not empty."""
    if value.state is State.UNKNOWN and value.refers:
        return "reference"
    return None if value.unknown else value.text or ""
