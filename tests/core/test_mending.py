"""Fixes tried on a repository: in the context of callers, of unsaved text, of rules that were not asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.effort import Effort
from cloudlint.fixing import Texts
from cloudlint.memory import Memory
from cloudlint.mending import Bench
from cloudlint.model import UNSAFE, Edit, Finding, Fix
from cloudlint.outcome import Outcome
from cloudlint.running import run

ACL = "aws-s3-bucket-public-acl"
OPEN = 'resource "aws_s3_bucket_acl" "site" {\n  bucket = "site"\n  acl    = "public-read"\n}\n'
CLOSED = OPEN.replace("public-read", "private")
MODULE = OPEN.replace('"public-read"', "var.acl") + '\nvariable "acl" {\n  default = "private"\n}\n'


def call(name: str, acl: str) -> str:
    return f'module "{name}" {{\n  source = "../bucket"\n  acl    = "{acl}"\n}}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository of two root modules that call a third."""
    texts = {"bucket/main.tf": MODULE, "one/main.tf": call("a", "public-read"), "two/main.tf": call("b", "public-read")}
    (tmp_path / ".git").mkdir()
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    return tmp_path


def settled(folder: Path, *names: str) -> dict[str, str]:
    """The texts that fixing the named files or folders changes, by path below the folder."""
    _, changed = Bench(Settings(select=(ACL,)), {}).settled(
        [str(folder / name) for name in names], lambda finding: True
    )
    return {path.removeprefix(f"{folder.as_posix()}/"): text for path, text in changed.items()}


def test_what_a_caller_decides_is_mended_there(folder: Path) -> None:
    one, two = {"one/main.tf": call("a", "private")}, {"two/main.tf": call("b", "private")}
    assert settled(folder, ".") == one | two
    assert settled(folder, "one") == one
    assert settled(folder, "bucket") == one | two, "the module is judged as it is called"


def test_unsaved_text_is_what_is_fixed(folder: Path) -> None:
    path = str(folder / "one" / "main.tf")
    bench = Bench(Settings(select=(ACL,)), {path: "# typed just now\n" + call("a", "public-read")})
    _, changed = bench.settled([path], lambda finding: True)
    assert changed == {path: "# typed just now\n" + call("a", "private")}


def made_up(bench: Bench, path: str, new: str) -> Finding:
    """The finding in a file, with a fix that writes `new` over the whole file."""
    (finding,) = bench.judge([path]).findings
    document = bench.judge([path]).documents[path]
    return finding._replace(fix=Fix("rewrite", (Edit(document.span(0, len(document.text)), new),), UNSAFE))


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (CLOSED, ""),
        (OPEN + "# said\n", "the finding stays"),
        (CLOSED + 'resource "aws_s3_bucket_acl" "x" {\n  acl = "public-read"\n}\n', f"it brings {ACL}"),
        (CLOSED + 'resource "aws_ebs_volume" "x" {\n  encrypted = false\n}\n', "it brings aws-ec2-volume-unencrypted"),
        (CLOSED + "}\n", "it breaks the syntax"),
    ],
)
def test_refusals(folder: Path, new: str, reason: str) -> None:
    path = str(folder / "one" / "alone.tf")
    (folder / "one" / "main.tf").unlink()
    Path(path).write_text(OPEN)
    bench = Bench(Settings(select=(ACL,)), {})
    said = bench.refusal(made_up(bench, path, new))
    assert said.startswith(reason), said
    assert bool(said) == bool(reason)


def test_what_a_fix_brings_in_another_file_of_the_module_counts(folder: Path) -> None:
    (folder / "three").mkdir()
    path, other = str(folder / "three" / "values.tf"), folder / "three" / "main.tf"
    other.write_text(OPEN.replace('"public-read"', "local.acl"))
    Path(path).write_text('locals {\n  acl = "private"\n}\n' + OPEN.replace('"site"', '"own"', 1))
    bench = Bench(Settings(), {})
    (finding,) = (item for item in bench.judge([path]).findings if item.rule == ACL)
    text = Path(path).read_text()
    start = text.index('"private"')
    span = bench.judge([path]).documents[path].span(start, start + len('"private"'))
    assert finding.fix is not None
    worse = finding.fix._replace(edits=(*finding.fix.edits, Edit(span, '"public-read"')))
    assert bench.refusal(finding._replace(fix=worse)).startswith(f"it brings {ACL}")
    assert bench.refusal(finding) == ""


def test_only_proven_fixes_are_offered(folder: Path) -> None:
    path = str(folder / "one" / "main.tf")
    bench = Bench(Settings(select=(ACL,)), {})
    outcome = bench.judge([path])
    assert bench.proven(outcome) == outcome
    assert all(finding.fix is not None for finding in outcome.findings)


def test_unchanged_root_modules_are_not_evaluated_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cloudlint.languages.terraform import module

    evaluated: list[str] = []
    lower = module.Module.lower

    def counted(self: module.Module) -> None:
        if not self.path:
            evaluated.append(self.tree.directory.rpartition("/")[2])
        lower(self)

    monkeypatch.setattr(module.Module, "lower", counted)
    (folder / "two" / "main.tf").write_text(call("b", "private"))
    assert settled(folder, ".").keys() == {"one/main.tf"}
    assert sorted(evaluated) == ["one", "one", "two"]


def test_what_is_ignored_is_left_alone(folder: Path) -> None:
    text = OPEN.replace('"public-read"', f'"public-read" # cloudlint:ignore[{ACL}] the website')
    (folder / "bucket" / "site.tf").write_text(text)
    assert "bucket/site.tf" not in settled(folder, ".")


def test_a_fix_holds_in_every_environment(folder: Path) -> None:
    (folder / "one" / "main.tf").write_text(MODULE)
    for name, acl in (("dev", "private"), ("prod", "public-read")):
        (folder / "one" / f"{name}.tfvars").write_text(f'acl = "{acl}"\n')
    environments = tuple((name, (f"{folder.as_posix()}/one/{name}.tfvars",)) for name in ("dev", "prod"))
    bench = Bench(Settings(select=(ACL,), environments=environments), {})
    done, changed = bench.settled([str(folder / "one")], lambda finding: True)
    assert changed == {f"{folder.as_posix()}/one/prod.tfvars": 'acl = "private"\n'}
    assert done.remaining == ()


@pytest.mark.parametrize("jobs", [1, 2])
def test_fixes_of_a_large_folder_are_tried_without_keeping_values(
    folder: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    effort = Effort(keeps=3, jobs=jobs, patience=0)
    for n in range(3):
        (folder / f"alone{n}").mkdir()
        (folder / f"alone{n}" / "main.tf").write_text(OPEN)
    settings, memory = Settings(select=(ACL,)), Memory()
    kept = run([str(folder)], settings, memory=memory)
    left = run([str(folder)], settings, memory=Memory(), effort=effort)
    names = {frozenset(Path(path).parent.name for path in group) for group in left.groups}
    assert names == {frozenset({"bucket", "one", "two"}), *(frozenset({f"alone{n}"}) for n in range(3))}
    broken = kept.findings[0]
    assert broken.fix is not None
    wrong = broken._replace(fix=broken.fix._replace(edits=(Edit(broken.span, '"public-read-write"'),)))
    for outcome, bench in ((kept, Bench(settings, {}, memory=memory)), (left, Bench(settings, {}, effort=effort))):
        assert bench.proven(outcome).findings == kept.findings
        judged = bench._everything

        def mistaken(paths: Iterable[str], texts: Texts, judged: Callable[..., Outcome] = judged) -> Outcome:
            found = judged(paths, texts)
            return found._replace(findings=tuple(wrong if item == broken else item for item in found.findings))

        monkeypatch.setattr(bench, "_everything", mistaken)
        offered = outcome._replace(findings=(wrong, *outcome.findings[1:]))
        assert [item.fix is None for item in bench.proven(offered).findings] == [True, False, False, False, False]


def test_verdicts_on_fixes_are_kept_while_nothing_has_changed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    other = folder / "other.tf"
    other.write_text(OPEN.replace("aws_s3_bucket_acl", "aws_s3_bucket"))
    settings, effort = Settings(today="2026-01-01"), Effort(keeps=0, cache=True, patience=0)
    tried: list[list[str]] = []
    everything = Bench._everything

    def noted(bench: Bench, paths: Iterable[str], texts: Texts) -> Outcome:
        tried.append(sorted(Path(path).name for path in paths))
        return everything(bench, paths, texts)

    monkeypatch.setattr(Bench, "_everything", noted)

    def proven(settings: Settings) -> Outcome:
        tried.clear()
        outcome = run([str(folder)], settings, effort=effort)
        return Bench(settings, {}, effort=effort).proven(outcome)

    first = proven(settings)
    assert tried
    assert proven(settings).findings == first.findings
    assert not tried
    other.write_text("# more\n" + other.read_text())
    proven(settings)
    assert tried[0] == ["other.tf"], "what stands in other groups is as it was"
    for changed in (settings._replace(today="2026-01-02"), settings._replace(ignore=(ACL,))):
        proven(changed)
        assert tried
