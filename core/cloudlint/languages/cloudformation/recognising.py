"""Is a YAML or JSON text a CloudFormation template? Told by what stands in it, never by its name."""

from __future__ import annotations

import re

from ...workspace import Workspace

SUFFIXES = (".yaml", ".yml", ".json", ".template")
WORDS = (b"Resources", b"::")

_RESOURCES = re.compile(
    r"""^(?:Resources|["']Resources["'])[ \t]*:|^[ \t]*\{?[ \t]*"Resources"[ \t]*:[ \t\r\n]*\{""", re.MULTILINE
)
_TYPE = re.compile(r"""["']?\bType["']?[ \t]*:[ \t\r\n]*["']?(?:AWS|Custom|Alexa)::""")
_TEMPLATE = re.compile(r"""["']?AWSTemplateFormatVersion["']?[ \t]*:""")


def is_template(text: str) -> bool:
    """Does the text look like a template, whole or half typed? Cheap: nothing is parsed."""
    if "Resources" not in text or "::" not in text:
        return False
    resources = _RESOURCES.search(text) is not None or ('"Resources"' in text and text.lstrip()[:1] == "{")
    return resources and (_TYPE.search(text) is not None or _TEMPLATE.search(text) is not None)


def recognised(workspace: Workspace, path: str) -> bool:
    """The same for a file. What cannot be read is left to whoever reads it, with a notice."""
    if not workspace.mentions(path, *WORDS):
        return False
    document = workspace.read(path)
    return document is not None and is_template(document.text)
