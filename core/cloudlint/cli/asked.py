"""What a sub-command was asked for, with what holds where nothing is said."""

from __future__ import annotations

from ..effort import ALL_CORES
from ..typed import NamedTuple


class Report(NamedTuple):
    """One report; `output` is the file it goes to, empty for standard output."""

    format: str
    output: str = ""


class Asked:
    """The arguments of `check`, `fix`, `baseline` and `explain`, each of which has some of them.

    A new one holds the defaults: argparse leaves alone what a namespace has already.
    """

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.select: list[str] = []
        self.ignore: list[str] = []
        self.severity: str | None = None
        self.fail_on: str | None = None
        self.exit_zero = False
        self.config: str | None = None
        self.no_config = False
        self.var_file: list[str] = []
        self.terraform_workspace: str | None = None
        self.max_file_size: int | None = None
        self.stdin_filename: str | None = None
        self.reports: tuple[Report, ...] = ()
        self.statistics = False
        self.standard: str | None = None
        self.show_ignored = False
        self.show_unknown = False
        self.baseline: str | None = None
        self.no_baseline = False
        self.new_since: str | None = None
        self.jobs = ALL_CORES
        self.no_cache = False
        self.prune = False
        self.unsafe = False
        self.diff = False
        self.check = False
        self.subject = ""
        self.value = ""
