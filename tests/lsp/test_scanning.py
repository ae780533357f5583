"""A scan of the workspace: it says what a fresh run says, judges again what a change concerns, and keeps no values."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from cloudlint import dividing
from cloudlint.config import Settings
from cloudlint.document import Document
from cloudlint.judged import attempted
from cloudlint.languages.terraform.project import Root
from cloudlint.model import Finding
from cloudlint.running import files_below, run
from cloudlint.workspace import Workspace
from cloudlint_lsp.judging import Judge
from cloudlint_lsp.session import Options, Session
from cloudlint_lsp.working import Cancelled
from tests.core.test_caching import CHANGES, CONTENTS, DATABASE, put
from tests.lsp.conftest import repository

AT_A_TIME = 4  # files

TREE = {
    "app/main.tf": 'module "db" {\n  source = "../modules/db"\n}\n',
    "second/main.tf": 'module "db" {\n  source = "../modules/db"\n}\n',
    "modules/db/main.tf": DATABASE % "false",
    "other/main.tf": DATABASE % "false",
    "Dockerfile": "FROM alpine\n",
}

Found = dict[str, list[Finding]]


class Person:
    """Somebody with an editor and a terminal."""

    def __init__(self, root: Path, settings: Settings = Settings()) -> None:  # noqa: B008  frozen
        self.root = root
        self.settings = settings
        self.session = Session()
        self.session.work_in([str(root)])
        self.session.configure(Options(settings))
        self.judge = Judge()

    def type(self, path: str, text: str) -> None:
        """Open a file, or write something else into it."""
        self.session.open(types.TextDocumentItem((self.root / path).as_uri(), "", 1, text))

    def close(self, path: str) -> None:
        self.session.close((self.root / path).as_uri())

    def put(self, path: str, content: str | None) -> None:
        """Another program changes a file, and the client tells."""
        there = (self.root / path).exists()
        put(self.root, path, content)
        self.judge.disk_changed([str(self.root / path)], moved=there != (content is not None) or "ignore" in path)

    def sees(self) -> Found:
        """What is found in the open files."""
        snapshot = self.session.snapshot
        verdict = self.judge.verdict(snapshot, snapshot.buffers, lambda doing: None)
        return {path: [it.finding for it in verdict.reports[path]] for path in snapshot.buffers}

    def scans(self) -> Found:
        """What is found in all files."""
        found: Found = {}
        for some in self.groups():
            verdict = self.judge.scanned(self.session.snapshot, some, lambda doing: None)
            found |= {path: [it.finding for it in verdict.reports[path]] for path in some}
        return found

    def groups(self) -> Iterator[list[str]]:
        """All files, some at a time."""
        paths = list(dict.fromkeys([*files_below(str(self.root), Settings()), *self.session.snapshot.buffers]))
        return (paths[start : start + AT_A_TIME] for start in range(0, len(paths), AT_A_TIME))

    def afresh(self, paths: Iterable[str]) -> Found:
        """What a fresh run says of files."""
        paths = list(paths)
        outcome = run(paths, self.settings, overlay=self.session.snapshot.overlay, roots=[str(self.root)])
        return {path: [it for it in outcome.findings if it.span.path == path] for path in paths}

    def scans_as_afresh(self) -> bool:
        """Does a scan find what fresh runs find?"""
        return self.scans() == {path: found for some in self.groups() for path, found in self.afresh(some).items()}


def alive() -> int:
    """The root modules whose values are there."""
    gc.collect()
    return sum(isinstance(it, Root) for it in gc.get_objects())


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are judged, while they are, by the last of their path."""
    told: list[str] = []

    def noted(workspace, part, *rest, keep):  # type: ignore[no-untyped-def]
        found = attempted(workspace, part, *rest, keep=keep)
        told.append(part.path.rpartition("/")[2])
        return found

    monkeypatch.setattr(dividing, "attempted", noted)
    return told


change = st.tuples(st.sampled_from(("type", "put", "put", "close", "scan")), st.sampled_from(CHANGES))


@given(changes=st.lists(change, min_size=4, max_size=16))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_all_is_as_a_fresh_run_says(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, tuple[str, str | None]]]
) -> None:
    person = Person(tmp_path_factory.mktemp("edited"))
    repository(person.root, {path: contents[0] or "" for path, contents in CONTENTS.items()})
    assert person.scans_as_afresh()
    for what, (path, content) in changes:
        if what == "put":
            person.put(path, content)
        elif what == "type":
            person.type(path, content or "")
        elif what == "close":
            person.close(path)
        else:
            assert person.scans_as_afresh()
        assert person.sees() == person.afresh(person.session.snapshot.buffers)
    assert person.scans_as_afresh()


def test_values_are_there_of_open_files_only(tmp_path: Path) -> None:
    repository(tmp_path, TREE)
    person, before = Person(tmp_path), alive()
    person.type("other/main.tf", TREE["other/main.tf"])
    person.sees()
    person.scans()
    assert alive() - before == 1
    person.type("modules/db/main.tf", TREE["modules/db/main.tf"])
    person.sees()
    person.scans()
    assert alive() - before == 3  # `other`, and `app` and `second` that call the module
    person.close("other/main.tf")
    person.close("modules/db/main.tf")
    person.sees()
    person.judge.rest()
    assert alive() == before


def test_values_stay_until_whoever_looks_at_them_has_been_answered(tmp_path: Path) -> None:
    repository(tmp_path, TREE)
    person = Person(tmp_path)
    verdicts = []
    for value in ("true", "false", "true"):
        person.type("other/main.tf", DATABASE % value)
        snapshot = person.session.snapshot
        verdicts.append(person.judge.verdict(snapshot, snapshot.buffers, lambda doing: None))
    assert [len(verdict.graphs[0].of("aws_db_instance")[0].data) for verdict in verdicts] == [0, 1, 1]
    person.close("other/main.tf")
    person.sees()
    person.type("other/main.tf", DATABASE % "true")
    assert person.sees() == person.afresh(person.session.snapshot.buffers)


def test_nothing_of_the_past_is_kept(tmp_path: Path) -> None:
    repository(tmp_path, TREE)
    person = Person(tmp_path)
    gc.collect()
    before = [it for it in gc.get_objects() if isinstance(it, Workspace | Root | Document)]
    for number in range(8):
        person.type("modules/db/main.tf", DATABASE % ("true", "false")[number % 2])
        person.scans()
        person.sees()
    person.judge.rest()
    gc.collect()
    known = {id(it) for it in before}
    left = Counter(
        type(it).__name__
        for it in gc.get_objects()
        if isinstance(it, Workspace | Root | Document) and id(it) not in known
    )
    assert left == {"ListeningWorkspace": 1, "Root": 2, "Document": 3}  # the two callers, and what they are made from


@pytest.mark.parametrize(
    ("path", "content", "again"),
    [
        ("other/main.tf", DATABASE % "true", ["other"]),
        ("modules/db/main.tf", DATABASE % "true", ["app", "second"]),
        ("modules/db/more.tf", "", ["app", "second"]),
        ("app/README.md", "", ["app"]),  # a new name could be asked for: `fileexists`
        ("new/main.tf", DATABASE % "true", ["new"]),
        ("Dockerfile", "FROM alpine\nUSER app\n", ["Dockerfile"]),
        ("other/main.tf", None, []),
    ],
)
def test_what_a_change_does_not_concern_is_not_judged_again(
    tmp_path: Path, judged: list[str], path: str, content: str | None, again: list[str]
) -> None:
    repository(tmp_path, TREE)
    person = Person(tmp_path)
    person.scans()
    assert sorted(judged) == ["Dockerfile", "app", "other", "second"]
    judged.clear()
    person.put(path, content)
    person.scans()
    person.scans()
    assert sorted(judged) == again


def test_variables_are_judged_where_that_is_asked_for(tmp_path: Path) -> None:
    """Hardly anybody asks about variables: they are resources from then on only."""
    text = 'variable "one" {}\n\nvariable "two" {\n  type = string\n}\n\noutput "three" {\n  value = %s\n}\n'
    repository(tmp_path, {"main.tf": text % "var.one"})
    person = Person(tmp_path, Settings(select=("terraform-variable-*", "terraform-output-*")))
    for value in ("var.one", "var.two", "1", "# cloudlint: ignore[terraform-output-undescribed] it is short\n 1"):
        person.type("main.tf", text % value)
        found = person.sees()
        assert found == person.afresh(found)
        assert len(found[str(tmp_path / "main.tf")]) >= 3


def test_what_was_judged_before_an_interruption_is_not_lost(tmp_path: Path, judged: list[str]) -> None:
    repository(tmp_path, {f"part{number}/main.tf": DATABASE % "false" for number in range(4)})
    person = Person(tmp_path)

    def interrupted(doing: str) -> None:
        if len(judged) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        person.judge.scanned(person.session.snapshot, next(person.groups()), interrupted)
    person.scans()
    assert judged == ["part0", "part1", "part2", "part3"]


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path, judged: list[str]) -> None:
    repository(tmp_path, {"main.tf": DATABASE % "false", "cloudlint.toml": ""})
    person = Person(tmp_path)
    for settings_text, again in (("", 1), ('terraform-workspace = "prod"\n', 1), ("", 1), ("", 0)):
        (tmp_path / "cloudlint.toml").write_text(settings_text)
        person.judge.settings_changed()
        judged.clear()
        person.scans()
        person.judge.memory.forget_unasked()
        assert len(judged) == again
