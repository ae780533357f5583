"""Is a YAML or JSON text a CloudFormation template? Told by what stands in it, never by its name."""

from __future__ import annotations

import re

from ...patterns import pattern
from ...workspace import Workspace

SUFFIXES = (".yaml", ".yml", ".json", ".template")
WORDS = (b"Resources", b"::")

_RESOURCES = pattern(r"""^([ ]*)["']?Resources["']?[ \t]*:""", re.MULTILINE)
_FIRST = pattern(r"^([ ]*)[^\s#%-]", re.MULTILINE)  # a key of the root
_OBJECT = pattern(r"""\s*\{\s*["}]""")
_STRING = pattern(r'"(?:[^"\\]|\\.)*"')
_TYPE = pattern(r"""["']?\bType["']?[ \t]*:[ \t\r\n]*["']?(?:AWS|Custom|Alexa)::""")
_VERSION = pattern(r"""^([ ]*)["']?AWSTemplateFormatVersion["']?[ \t]*:""", re.MULTILINE)


def is_template(text: str) -> bool:
    """Does the text look like a template, whole or half typed? Cheap: nothing is parsed."""
    if "Resources" not in text or "::" not in text:
        return False
    if text.lstrip()[:2] == "{{":  # a template of Go's, as Helm has them
        return False
    typed = _TYPE.search(text) is not None
    if is_json(text):
        return (typed or '"AWSTemplateFormatVersion"' in text) and _is_member(text, "Resources")
    version = _VERSION.search(text)
    # Indented, it is a section of something else (Serverless Framework), unless the whole template is.
    root = version or _FIRST.search(text)
    margins = ("", root[1] if root is not None else "")
    return (version is not None or typed) and any(found[1] in margins for found in _RESOURCES.finditer(text))


def is_json(text: str) -> bool:
    """Does the text begin as a JSON object does?"""
    return _OBJECT.match(text) is not None


def _is_member(text: str, name: str) -> bool:
    """Is `name` a key of the outermost object of a JSON text, as far as counted brackets tell?"""
    for found in re.finditer(rf'"{name}"\s*:', text):
        before = _STRING.sub("", text[: found.start()])
        if before.count("{") - before.count("}") == 1 and before.count("[") == before.count("]"):
            return True
    return False


def recognised(workspace: Workspace, path: str) -> bool:
    """The same for a file. What cannot be read is left to whoever reads it, with a notice."""
    if not workspace.mentions(path, *WORDS):
        return False
    document = workspace.read(path)
    return document is not None and is_template(document.text)
