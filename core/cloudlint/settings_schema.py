"""The settings as a JSON schema and as a table for people: what each one is, in one place.

`settings_keys.KEYS` says how a setting is taken in; a test holds the two to the same names and the same verdicts.
Published by `make docs`, as `docs/settings.schema.json` (editors complete and check `cloudlint.toml` with it) and as
`docs/settings.md`.
"""

from __future__ import annotations

from collections.abc import Mapping

from .model import Severity
from .resource import Plain
from .typed import NamedTuple

ADDRESS = "https://json-schema.org/draft/2020-12/schema"

Shape = dict[str, Plain]

_SEVERITY: Shape = {"enum": [str(severity) for severity in Severity]}
_STRINGS: Shape = {"type": "array", "items": {"type": "string"}}
_ONE_OR_MORE: Shape = {"anyOf": [{"type": "string"}, _STRINGS]}
_TEXT: Shape = {"type": "string"}
_DATE: Shape = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_SWITCH: Shape = {"type": "boolean"}
_SEVERITIES: Shape = {"type": "object", "additionalProperties": _SEVERITY}


class Setting(NamedTuple):
    """One setting: what it means, in a sentence or two, and what it may be."""

    says: str
    shape: Shape


_ACCEPT: Mapping[str, Setting] = {
    "rule": Setting("Ids, globs or another tool's ids of rules.", _ONE_OR_MORE),
    "paths": Setting("Patterns as in `.gitignore`; without any, every file.", _ONE_OR_MORE),
    "resources": Setting("Addresses of resources, with `*` and `?`; without any, every one.", _ONE_OR_MORE),
    "reason": Setting("Why.", _TEXT),
    "until": Setting("The last day it holds, such as 2027-03-31.", _DATE),
    "by": Setting("Who answers for it.", _TEXT),
}
_OVERRIDE: Mapping[str, Setting] = {
    "paths": Setting("Patterns as in `.gitignore`.", _ONE_OR_MORE),
    "select": Setting("The rules for these files, instead of the others.", _STRINGS),
    "ignore": Setting("Rules that are not for these files.", _STRINGS),
    "severities": Setting("Severities for these files, by pattern of rules.", _SEVERITIES),
}


def _tables(keys: Mapping[str, Setting], needed: str) -> Shape:
    return {"type": "array", "items": {**_table(keys), "required": [needed]}}


def _table(keys: Mapping[str, Setting]) -> Shape:
    properties: Shape = {name: {"description": setting.says, **setting.shape} for name, setting in keys.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


SETTINGS: Mapping[str, Setting] = {
    "select": Setting("Rules to run, by id, glob or another tool's id; without any, all that are on.", _STRINGS),
    "ignore": Setting("Rules not to run; wins over `select`. Adds to those of inherited files.", _STRINGS),
    "exclude": Setting(
        "Files that are left out, as patterns of `.gitignore` seen from this file's folder. Adds to inherited ones.",
        _STRINGS,
    ),
    "severity": Setting("The least severity to report.", _SEVERITY),
    "fail-on": Setting("The least severity that makes a run fail.", _SEVERITY),
    "var-files": Setting("Files with values of Terraform variables; later ones win.", _STRINGS),
    "environments": Setting(
        "Names, each with files of values that win over `var-files`: everything is judged once for each.",
        {"type": "object", "additionalProperties": _STRINGS},
    ),
    "terraform-workspace": Setting("What `terraform.workspace` is, where it is known.", _TEXT),
    "max-file-size": Setting(
        "Larger files are not analysed, which is reported; in bytes.", {"type": "integer", "minimum": 1}
    ),
    "accept": Setting("Findings that are accepted: all that is given must fit.", _tables(_ACCEPT, "rule")),
    "override": Setting("What is different for some files; later ones win.", _tables(_OVERRIDE, "paths")),
    "severities": Setting("The severity that findings get, by pattern of rules; later ones win.", _SEVERITIES),
    "baseline": Setting(
        "The file of findings that are known, instead of `.cloudlint-baseline` at the root.", {**_TEXT, "minLength": 1}
    ),
    "require-reason": Setting("Ignores and acceptances without a reason do nothing.", _SWITCH),
    "not-ignorable": Setting("Rules that comments cannot ignore.", _STRINGS),
    "extends": Setting(
        "Settings files that this one builds upon. What they say of paths is seen from this one's folder.", _ONE_OR_MORE
    ),
    "inherit": Setting("Whether settings in folders above hold where this file says nothing.", _SWITCH),
}


def meaning(name: str) -> str:
    """What a setting is, for a message: without capital and period."""
    says = SETTINGS[name].says if name in SETTINGS else f"the setting {name}."
    return says[:1].lower() + says[1:].rstrip(".")


def schema() -> Shape:
    """The JSON schema of `cloudlint.toml`."""
    return {"$schema": ADDRESS, "title": "Settings of cloudlint (cloudlint.toml)", **_table(SETTINGS)}


def text() -> str:
    """The schema as it is published."""
    from json import dumps

    return dumps(schema(), indent=2) + "\n"


def page() -> str:
    """All settings as a page for people, in Markdown."""
    where = "`cloudlint.toml`, or `[tool.cloudlint]` in `pyproject.toml`"
    more = "What that means: [ignoring.md](ignoring.md). For editors: [settings.schema.json](settings.schema.json)."
    parts = [
        "# Settings",
        f"Written by `make docs`; do not edit. {where}, may say:",
        _rows(SETTINGS),
        "Each `[[accept]]` may say:",
        _rows(_ACCEPT),
        "Each `[[override]]` may say:",
        _rows(_OVERRIDE),
        more,
    ]
    return "\n\n".join(parts) + "\n"


def _rows(settings: Mapping[str, Setting]) -> str:
    rows = (f"| `{name}` | {_kind(setting.shape)} | {setting.says} |" for name, setting in settings.items())
    return "\n".join(["| key | value | |", "|---|---|---|", *rows])


def _kind(shape: Shape) -> str:
    """What a value may be, in a few words."""
    values = shape.get("enum")
    if isinstance(values, list):
        return ", ".join(f"`{value}`" for value in values)
    if shape == _DATE:
        return "date"
    if shape == _ONE_OR_MORE:
        return "string or list of strings"
    if shape.get("type") == "array":
        return "list of strings" if shape == _STRINGS else "tables"
    if shape == _SEVERITIES:
        return "table of severities"
    return {"object": "table of lists", "boolean": "`true` or `false`", "integer": "number"}.get(
        str(shape.get("type")), "string"
    )
