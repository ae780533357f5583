"""Other tools' configuration files as settings of ours, and what in them has no counterpart.

Read as their documentation describes them: the configuration of checkov, trivy, tfsec, terrascan and KICS, checkov's
baseline, trivy's ignore files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from json import dumps

from ..catalog import Catalog
from ..model import Severity
from ..toml_plain import Toml
from ..toml_text import TomlError, parsed

FILES = (
    *(".checkov.yaml", ".checkov.yml", "trivy.yaml", "trivy.yml", ".trivyignore", ".trivyignore.yaml"),
    *(
        ".tfsec/config.yml",
        ".tfsec/config.yaml",
        ".tfsec/config.json",
        "terrascan.toml",
        "kics.config",
        ".kics.config",
        "kics.config.json",
        "kics.config.yaml",
    ),
)
CHECKOV_BASELINE = ".checkov.baseline"


class Draft:
    """Settings as they come together from several files; `left` are sentences on what has no counterpart."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.lists: dict[str, list[str]] = {}
        self.single: dict[str, str] = {}
        self.severities: dict[str, str] = {}
        self.accept: list[dict[str, str | list[str]]] = []
        self.left: list[str] = []

    @property
    def empty(self) -> bool:
        """Is there nothing to write?"""
        return not (self.lists or self.single or self.severities or self.accept)

    def rules(self, setting: str, names: Iterable[str], file: str) -> None:
        """Add rules to a list, those that we have."""
        for name in names:
            if self.known(name, file):
                self.lists.setdefault(setting, []).append(name)

    def known(self, name: str, file: str) -> bool:
        """Have we such a rule? If not, that is noted."""
        if self.catalog.matching(name) or self.catalog.matching(f"avd-{name}"):
            return True
        self.left.append(f"{file}: no rule of ours is `{name}`")
        return False

    def severity(self, setting: str, value: str, file: str) -> None:
        """Set a severity."""
        if value.upper() in Severity.__members__:
            self.single[setting] = value.lower()
        else:
            self.left.append(f"{file}: `{value}` is no severity of ours")

    def text(self) -> str:
        """The settings as TOML, ending in a newline."""
        lines = [f"{name} = {dumps(value)}" for name, value in self.single.items()]
        for name, values in self.lists.items():
            lines += [f"{name} = [", *(f"  {_string(value)}," for value in dict.fromkeys(values)), "]"]
        if self.severities:
            lines += ["", "[severities]", *(f"{_string(key)} = {dumps(it)}" for key, it in self.severities.items())]
        for entry in self.accept:
            lines += ["", "[[accept]]"]
            for key, it in entry.items():
                lines.append(
                    f"{key} = {_string(it) if isinstance(it, str) else '[' + ', '.join(map(_string, it)) + ']'}"
                )
        return "\n".join(lines).lstrip() + "\n"


def read(name: str, text: str, draft: Draft) -> None:
    """Take one file into the draft."""
    if name.startswith(".checkov"):
        _each(name, text, draft, _CHECKOV)
    elif name == ".trivyignore":
        _trivyignore(name, text, draft)
    elif name == ".trivyignore.yaml":
        _trivyignore_yaml(name, text, draft)
    elif name.startswith(".tfsec"):
        _each(name, text, draft, _TFSEC)
    elif name.startswith("trivy."):
        _each(name, text, draft, _TRIVY)
    elif name.startswith("terrascan"):
        _each(name, text, draft, _TERRASCAN)
    else:
        _each(name, text, draft, _KICS)


def checkov_baseline(text: str) -> Iterator[tuple[str, str, str]]:
    """Path, resource and check of every finding in a baseline of checkov."""
    for entry in _dicts(_loaded(text).get("failed_checks")):
        for finding in _dicts(entry.get("findings")):
            for check in _names(finding.get("check_ids")):
                yield str(entry.get("file", "")).lstrip("/"), str(finding.get("resource", "")), check


# ----------------------------------------------------------------------------- the tools

Taking = Callable[[Draft, Toml, str], None]


def _each(name: str, text: str, draft: Draft, known: Mapping[str, Taking]) -> None:
    loaded = _toml(text) if name.endswith(".toml") else _loaded(text)
    for key, value in _flat(loaded, known):
        take = known.get(key)
        if take is None:
            draft.left.append(f"{name}: `{key}` has no counterpart")
        else:
            take(draft, value, name)


def _flat(table: Mapping[str, Toml], known: Mapping[str, Taking], above: str = "") -> Iterator[tuple[str, Toml]]:
    """The keys that are taken in, and those of which nothing is, with the names of the tables above them."""
    for name, value in table.items():
        key = above + name.replace("_", "-")
        if isinstance(value, dict) and any(other.startswith(f"{key}.") for other in known):
            yield from _flat(value, known, f"{key}.")
        else:
            yield key, value


def _excluded(draft: Draft, value: Toml, file: str) -> None:
    """Paths: those that are regular expressions have no counterpart."""
    for path in _names(value):
        plain = path.strip("^$").replace("\\.", ".").removesuffix("/.*").removesuffix(".*")
        if re.search(r"[\\()|+{}^$]|\.\*", plain):
            draft.left.append(f"{file}: the regular expression `{path}` has to be written as a pattern of `exclude`")
        else:
            draft.lists.setdefault("exclude", []).append(plain.removeprefix("./"))


def _var_files(draft: Draft, value: Toml, file: str) -> None:
    draft.lists.setdefault("var-files", []).extend(_names(value))


def _overrides(draft: Draft, value: Toml, file: str) -> None:
    for name, severity in value.items() if isinstance(value, dict) else ():
        if draft.known(str(name), file) and str(severity).upper() in Severity.__members__:
            draft.severities[str(name)] = str(severity).lower()


def _failing(draft: Draft, value: Toml, file: str) -> None:
    levels = [Severity[name.upper()] for name in _names(value) if name.upper() in Severity.__members__]
    if levels:
        draft.single["fail-on"] = str(min(levels))


def _least(draft: Draft, value: Toml, file: str) -> None:
    levels = [Severity[name.upper()] for name in _names(value) if name.upper() in Severity.__members__]
    if levels:
        draft.single["severity"] = str(min(levels))


_TRIVY: Mapping[str, Taking] = {
    "severity": _least,
    "scan.skip-dirs": _excluded,
    "scan.skip-files": _excluded,
    "misconfiguration.terraform.vars": _var_files,
    "exit-code": lambda draft, value, file: None,
    "format": lambda draft, value, file: None,
    "output": lambda draft, value, file: None,
    "quiet": lambda draft, value, file: None,
    "scan.scanners": lambda draft, value, file: None,
    "misconfiguration.scanners": lambda draft, value, file: None,
}
_TERRASCAN: Mapping[str, Taking] = {
    "rules.scan-rules": lambda draft, value, file: draft.rules("select", _names(value), file),
    "rules.skip-rules": lambda draft, value, file: draft.rules("ignore", _names(value), file),
    "severity.level": lambda draft, value, file: draft.severity("severity", str(value), file),
}
_CHECKOV: Mapping[str, Taking] = {
    "check": lambda draft, value, file: draft.rules("select", _names(value), file),
    "skip-check": lambda draft, value, file: draft.rules("ignore", _names(value), file),
    "skip-path": _excluded,
    "var-file": _var_files,
    "hard-fail-on": _failing,
    "compact": lambda draft, value, file: None,
    "quiet": lambda draft, value, file: None,
    "output": lambda draft, value, file: None,
    "directory": lambda draft, value, file: None,
    "framework": lambda draft, value, file: None,
}
_TFSEC: Mapping[str, Taking] = {
    "exclude": lambda draft, value, file: draft.rules("ignore", _names(value), file),
    "include": lambda draft, value, file: draft.rules("select", _names(value), file),
    "severity-overrides": _overrides,
    "minimum-severity": lambda draft, value, file: draft.severity("severity", str(value), file),
}
_KICS: Mapping[str, Taking] = {
    "exclude-queries": lambda draft, value, file: draft.rules("ignore", _names(value), file),
    "include-queries": lambda draft, value, file: draft.rules("select", _names(value), file),
    "exclude-paths": _excluded,
    "fail-on": _failing,
    "terraform-vars-path": _var_files,
    "path": lambda draft, value, file: None,
    "output-path": lambda draft, value, file: None,
    "report-formats": lambda draft, value, file: None,
    "verbose": lambda draft, value, file: None,
}


def _trivyignore(name: str, text: str, draft: Draft) -> None:
    """A line an id, with `exp:` perhaps; the comment above says why."""
    reason: list[str] = []
    for line in text.splitlines():
        if line.strip().startswith("#"):
            reason.append(line.strip("# \t"))
            continue
        if not line.strip():
            reason = []
            continue
        rule, *options = line.partition("#")[0].split()
        if not rule.upper().startswith("CVE-") and draft.known(rule, name):
            until = next((option[4:] for option in options if option.startswith("exp:")), "")
            _accepting(draft, rule, " ".join(reason), until, [])


def _trivyignore_yaml(name: str, text: str, draft: Draft) -> None:
    for section, entries in _loaded(text).items():
        if section != "misconfigurations":
            draft.left.append(f"{name}: `{section}` is not about configuration")
            continue
        for entry in _dicts(entries):
            rule = str(entry.get("id", ""))
            if draft.known(rule, name):
                until = str(entry.get("expired_at", "") or "")[:10]
                _accepting(draft, rule, str(entry.get("statement", "") or ""), until, _names(entry.get("paths")))


def _accepting(draft: Draft, rule: str, reason: str, until: str, paths: list[str]) -> None:
    given: dict[str, str | list[str]] = {"rule": rule, "paths": paths, "reason": reason, "until": until}
    draft.accept.append({key: value for key, value in given.items() if value})


# ---------------------------------------------------------------------------- reading


def _loaded(text: str) -> Mapping[str, Toml]:
    """YAML, of which JSON is a part; nothing where it is neither."""
    import yaml

    try:
        data: Toml = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):  # deep nesting, an impossible date
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def _toml(text: str) -> Mapping[str, Toml]:
    """TOML; nothing where it is none."""
    try:
        return parsed(text)
    except TomlError:
        return {}


def _names(value: Toml) -> list[str]:
    if isinstance(value, str):
        return [name.strip() for name in value.split(",") if name.strip()]
    return [str(name) for name in value] if isinstance(value, list) else []


def _dicts(value: Toml) -> list[dict[str, Toml]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _string(text: str) -> str:
    return dumps(text, ensure_ascii=False)
