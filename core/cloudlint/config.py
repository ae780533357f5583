"""Settings as one frozen value.

`settings_files.py` finds and reads the files they stand in, `settings_keys.py` says how each key is taken in,
`settings_schema.py` what it means.
"""

from __future__ import annotations

from .model import LOW, Severity
from .typed import NamedTuple
from .workspace import SIZE_LIMIT

FILE = "cloudlint.toml"
SHARED_FILE = "pyproject.toml"
TABLE = ("tool", "cloudlint")


class SettingsError(Exception):
    """A settings file that cannot be used; `line` counts from 1 and is 0 where the whole file is meant."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}" if self.line else f"{self.path}: {self.reason}"


class Accept(NamedTuple):
    """Findings that are accepted, for a reason: all that are given must fit.

    `rules` as in `select`; `paths` as in `exclude`, seen from `folder`; `resources` are addresses with `*` and `?`.
    `until` is the last day it holds, as YYYY-MM-DD, empty for ever. `source` is the file in which it stands as the
    `nth` of its kind, from 0; empty where others share it: whether it is of use here is not known from here then.
    """

    rules: tuple[str, ...]
    paths: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    reason: str = ""
    until: str = ""
    by: str = ""
    folder: str = ""
    source: str = ""
    nth: int = 0


class Override(NamedTuple):
    """What is different for some paths, written as in `exclude` and seen from `folder`."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    folder: str = ""


class Settings(NamedTuple):
    """What to look for and what to say.

    select          ids, globs or peers' ids of the rules to run; empty: all that are on by default
    ignore          the same, of rules not to run; wins over `select`
    exclude         patterns as in `.gitignore`, seen from `folder`: files that are left out even where they are named
    severity        the least severity to report
    fail_on         the least severity that makes a run fail
    var_files       absolute paths of files with values of Terraform variables; later ones win
    max_file_size   in bytes
    source          the file they were read from, empty for the defaults
    excluded        patterns that other files leave out, with the folders they are seen from
    accept          findings that are accepted
    override        what is different for some paths; later ones win
    severities      patterns of rules, and the severity that their findings get; later ones win
    require_reason  an ignore without a reason ignores nothing
    not_ignorable   patterns of the rules that comments cannot ignore
    baseline        absolute path of the findings that are known; empty: the file at the root, if there is one
    today           YYYY-MM-DD, on which it depends what has expired; empty: nothing has
    environments    names, each with files as in `var_files` that win over those: everything is judged once for each
    workspace       what `terraform.workspace` is, empty where it is unknown
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    severity: Severity = LOW
    fail_on: Severity = LOW
    var_files: tuple[str, ...] = ()
    max_file_size: int = SIZE_LIMIT
    source: str = ""
    excluded: tuple[tuple[str, tuple[str, ...]], ...] = ()
    accept: tuple[Accept, ...] = ()
    override: tuple[Override, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    require_reason: bool = False
    not_ignorable: tuple[str, ...] = ()
    today: str = ""
    environments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    workspace: str = ""
    baseline: str = ""

    @property
    def folder(self) -> str:
        """The folder that relative paths and patterns are seen from, empty for the defaults."""
        return self.source.rpartition("/")[0]
