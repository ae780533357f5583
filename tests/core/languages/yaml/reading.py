"""YAML text to Values, and edits applied, for the tests of this folder."""

from __future__ import annotations

from cloudlint.document import Document
from cloudlint.languages.yaml.loading import load
from cloudlint.languages.yaml.values import Reader
from cloudlint.model import Change
from cloudlint.resource import Plain, Value

PATH = "/repo/file.yaml"


def read(text: str) -> Value:
    """The first document of a text."""
    document = Document(PATH, text, "yaml")
    stream = load(text)
    root = next(node for node in stream.documents if node is not None)
    return Reader(document, problems=stream.problems).value(root)


def plain(text: str) -> Plain:
    """The first document of a text as plain Python."""
    return read(text).known


def at(root: Value, path: str) -> Value:
    """The value at a dotted path; numbers are positions in lists."""
    value = root
    for key in path.split("."):
        value = value.items()[int(key)] if key.isdigit() else value.entry(key)
    return value


def applied(text: str, change: Change | None) -> str:
    """The text after a change."""
    assert change is not None, "no edit was offered"
    for edit in sorted(change.edits, key=lambda it: it.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
