from __future__ import annotations

import os
from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.model import CRITICAL
from cloudlint.outcome import Outcome
from cloudlint.running import RunError, run

UNENCRYPTED = Settings(select=("aws-rds-storage-unencrypted",))

MODULE = """\
variable "encrypted" {
  default = false
}

resource "aws_db_instance" "this" {
  storage_encrypted = var.encrypted
}
"""
DATABASE = 'resource "aws_db_instance" "one" {\n  storage_encrypted = false\n}\n'


def repository(root: Path, files: dict[str, str]) -> Path:
    (root / ".git").mkdir()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def said(outcome: Outcome, root: Path) -> list[str]:
    """`path:line rule`, for each finding."""
    return [
        f"{os.path.relpath(finding.span.path, root)}:"
        f"{outcome.documents[finding.span.path].position(finding.span.start).line} {finding.rule}"
        for finding in outcome.findings
    ]


def four_ways(root: Path) -> list[list[str]]:
    """What is said when the module's file is named, the root's file, both, and the whole tree."""
    module, caller = str(root / "modules/db/main.tf"), str(root / "main.tf")
    return [said(run(paths, UNENCRYPTED), root) for paths in ([module], [caller], [module, caller], [str(root)])]


@pytest.mark.parametrize(
    ("argument", "verdict"),
    [
        ("true", []),
        ("false", ["main.tf:3 aws-rds-storage-unencrypted"]),
    ],
)
def test_one_verdict_whatever_is_named(tmp_path: Path, argument: str, verdict: list[str]) -> None:
    call = f'module "db" {{\n  source    = "./modules/db"\n  encrypted = {argument}\n}}\n'
    root = repository(tmp_path, {"main.tf": call, "modules/db/main.tf": MODULE})
    assert four_ways(root) == [verdict] * 4


def test_a_module_nobody_calls_is_judged_by_its_defaults(tmp_path: Path) -> None:
    root = repository(tmp_path, {"main.tf": "", "modules/db/main.tf": MODULE})
    place = ["modules/db/main.tf:6 aws-rds-storage-unencrypted"]
    assert four_ways(root) == [place, [], place, place]


def test_only_what_the_named_files_hold_or_cause(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.tf": DATABASE, "b.tf": DATABASE.replace("one", "two")})
    assert said(run([str(root / "b.tf")], UNENCRYPTED), root) == ["b.tf:2 aws-rds-storage-unencrypted"]


def test_an_unknown_value_is_counted(tmp_path: Path) -> None:
    text = 'variable "e" {}\nresource "aws_db_instance" "one" {\n  storage_encrypted = var.e\n}\n'
    root = repository(tmp_path, {"a.tf": text})
    outcome = run([str(root)], UNENCRYPTED)
    assert not outcome.findings
    assert [item.rule for item in outcome.undecided] == ["aws-rds-storage-unencrypted"]


def test_an_unfinished_line_hides_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.tf": 'resource "aws_vpc" "v" {\n  cidr_block =\n}\n' + DATABASE})
    outcome = run([str(root)], UNENCRYPTED)
    assert said(outcome, root) == ["a.tf:2 syntax-error", "a.tf:5 aws-rds-storage-unencrypted"]


def test_what_was_not_judged_fails_the_run_whatever_the_threshold(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.tf": "", "b.tf": "}\n"})
    (root / "latin.tf").write_bytes(b"# caf\xe9")
    strict = Settings(severity=CRITICAL, fail_on=CRITICAL, select=("aws-rds-storage-unencrypted",))
    outcome = run([str(root)], strict)
    assert [finding.rule for finding in outcome.findings] == ["syntax-error", "not-analysed"]
    assert outcome.fails(strict)
    silent = strict._replace(ignore=("syntax-error", "not-analysed"))
    assert not run([str(root)], silent).findings


def test_trouble_elsewhere_in_the_repository_is_not_this_commits(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a/a.tf": "", "b/b.tf": "}\n"})
    (root / "b" / "latin.tf").write_bytes(b'module "x" { source = "./caf\xe9" }')
    assert not run([str(root / "a" / "a.tf")]).findings


def test_trouble_of_the_caller_is_not_the_modules(tmp_path: Path) -> None:
    calls = 'module "m" { source = "./gone" }\nmodule "n" { source = "./n" }'
    root = repository(tmp_path, {"main.tf": calls, "n/main.tf": ""})
    assert not run([str(root / "n/main.tf")]).findings
    assert said(run([str(root / "main.tf")]), root) == ["main.tf:1 not-analysed"]


def test_exclude_holds_for_named_files_too(tmp_path: Path) -> None:
    root = repository(tmp_path, {"cloudlint.toml": "", "legacy/a.tf": DATABASE, "b.tf": ""})
    settings = UNENCRYPTED._replace(exclude=("legacy/",), source=f"{root}/cloudlint.toml")
    outcome = run([str(root / "legacy" / "a.tf"), str(root)], settings)
    assert (outcome.findings, outcome.files) == ((), 1)


def test_unsaved_text_is_judged(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.tf": DATABASE})
    path = str(root / "a.tf")
    assert not run([path], UNENCRYPTED, overlay={path: DATABASE.replace("false", "true")}).findings


def test_var_files_may_lie_outside(tmp_path: Path) -> None:
    values = tmp_path / "values.tfvars"
    values.write_text("e = false\n")
    (tmp_path / "repository").mkdir()
    text = 'variable "e" {}\nresource "aws_db_instance" "one" {\n  storage_encrypted = var.e\n}\n'
    root = repository(tmp_path / "repository", {"a.tf": text})
    outcome = run([str(root)], UNENCRYPTED._replace(var_files=(str(values),)))
    assert said(outcome, root) == ["a.tf:3 aws-rds-storage-unencrypted"]


def test_two_repositories_in_one_run(tmp_path: Path) -> None:
    roots = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        roots.append(repository(tmp_path / name, {"a.tf": DATABASE}))
    outcome = run([str(root) for root in roots], UNENCRYPTED)
    assert (len(outcome.findings), outcome.files, len(outcome.roots)) == (2, 2, 2)


def test_other_peoples_json_is_left_alone(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.tf": "", "package.json": "{", "large.json": "[" + "1," * 200})
    outcome = run([str(root), str(root / "package.json")], Settings(max_file_size=100))
    assert (outcome.findings, outcome.files) == ((), 1)
    assert [os.path.basename(path) for path in outcome.unread] == ["package.json"]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no such file or folder"):
        run([str(tmp_path / "missing.tf")])


def test_a_crash_of_ours_costs_its_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cloudlint import languages

    root = repository(tmp_path, {"good/a.tf": DATABASE, "evil/b.tf": DATABASE})
    honest = languages.analysed

    def fragile(workspace, part, *rest):  # type: ignore[no-untyped-def]
        if "/evil" in part.path:
            raise RecursionError("too deep")
        return honest(workspace, part, *rest)

    monkeypatch.setattr(languages, "analysed", fragile)
    outcome = run([str(root)], UNENCRYPTED)
    assert [(finding.rule, os.path.relpath(finding.span.path, root)) for finding in outcome.findings] == [
        ("internal-error", "evil/b.tf"),
        ("aws-rds-storage-unencrypted", "good/a.tf"),
    ]
