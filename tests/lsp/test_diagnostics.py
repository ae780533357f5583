"""Diagnostics over a real connection: where they stand, what they carry, when they come and go."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.conftest import PUSHED, answer, capabilities, editing, repository, said, until

pytestmark = pytest.mark.asyncio

ONLY = 'select = ["aws-rds-storage-unencrypted", "aws-s3-bucket-public-acl"]\n'
DATABASE = 'resource "aws_db_instance" "one" {\n  storage_encrypted = false\n}\n'
ENCRYPTED = DATABASE.replace("false", "true")
VARIABLE = 'variable "encrypted" {\n  default = false\n}\n'
USES = 'resource "aws_db_instance" "one" {\n  storage_encrypted = var.encrypted\n}\n'


@pytest.mark.parametrize(
    ("encoding", "column"),
    [("utf-16", 23), ("utf-8", 25), ("utf-32", 22)],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
async def test_columns_count_in_the_encoding_agreed_on(tmp_path: Path, encoding: str, column: int, end: str) -> None:
    lines = (
        "# 😀",
        'resource "aws_s3_bucket_acl" "b" {',
        '  bucket = "x"',
        '  /* 😀 */\t      acl = "public-read"',
        "}",
        "",
    )
    text = end.join(lines)
    repository(tmp_path, {"main.tf": text, "cloudlint.toml": ONLY})
    async with editing(tmp_path, capabilities(encodings=[encoding])) as editor:
        editor.open("main.tf")
        (problem,) = await editor.problems("main.tf")
        assert (problem.range.start.line, problem.range.start.character) == (3, column)
        assert problem.range.end.character - problem.range.start.character == len('"public-read"')


async def test_a_diagnostic_says_all_there_is(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": USES, "variables.tf": VARIABLE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        (problem,) = await editor.problems("main.tf")
        assert problem.source == "cloudlint"
        assert problem.code == "aws-rds-storage-unencrypted"
        assert problem.code_description is not None
        assert problem.code_description.href.startswith("https://")
        assert problem.severity is types.DiagnosticSeverity.Warning
        (related,) = problem.related_information or ()
        assert related.location.uri == editor.uri("variables.tf")
        assert related.location.range.start == types.Position(1, 12)
        assert len(problem.data["fingerprint"]) == 32
        assert problem.data["fix"]["safety"] == "unsafe"


async def test_unsaved_text_counts_for_the_whole_module(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": USES, "variables.tf": VARIABLE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        editor.open("variables.tf")
        assert await editor.rules("main.tf") == ["2:23 aws-rds-storage-unencrypted"]
        editor.change("variables.tf", VARIABLE.replace("false", "true"))
        assert await editor.rules("main.tf") == []
        editor.close("variables.tf")
        assert await editor.rules("main.tf") == ["2:23 aws-rds-storage-unencrypted"]


async def test_an_unchanged_set_is_not_sent_again(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": DATABASE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        first = await editor.pull("main.tf")
        again = await editor.pull("main.tf", first.result_id)
        assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
        editor.change("main.tf", ENCRYPTED)
        assert (await editor.pull("main.tf", first.result_id)).kind == "full"


async def test_a_half_typed_line_costs_its_block_only(tmp_path: Path) -> None:
    text = DATABASE + DATABASE.replace("one", "two")
    repository(tmp_path, {"main.tf": text, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        editor.change("main.tf", text.replace("false", "fal(", 1))
        found = await editor.rules("main.tf")
        assert "5:23 aws-rds-storage-unencrypted" in found
        assert sum("syntax-error" in line for line in found) == 1


async def test_of_countless_syntax_errors_the_first_are_shown(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": DATABASE + "= ]\n" * 150, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        problems = await editor.problems("main.tf")
        errors = [problem.message for problem in problems if problem.code == "syntax-error"]
        assert len(errors) == 100
        assert errors[-1].endswith("(50 more syntax errors are not shown)")
        assert "aws-rds-storage-unencrypted" in {problem.code for problem in problems}


async def test_pushed_to_clients_that_do_not_ask(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": USES, "variables.tf": VARIABLE, "cloudlint.toml": ONLY})
    async with editing(tmp_path, capabilities(PUSHED)) as editor:
        editor.open("main.tf")
        assert await editor.published("main.tf") == ["2:23 aws-rds-storage-unencrypted"]
        editor.open("variables.tf")
        editor.change("variables.tf", VARIABLE.replace("false", "true"))
        assert await editor.published("main.tf", lambda seen: not seen) == []
        editor.change("variables.tf", VARIABLE)
        assert await editor.published("main.tf")
        editor.close("main.tf")
        editor.close("variables.tf")
        assert await editor.published("main.tf", lambda seen: not seen) == []


async def test_a_change_on_disk_is_seen(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": USES, "variables.tf": VARIABLE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        assert await editor.rules("main.tf")
        (tmp_path / "variables.tf").write_text(VARIABLE.replace("false", "true"))
        (tmp_path / "more.auto.tfvars").write_text("")
        changed = types.FileEvent(editor.uri("variables.tf"), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await editor.rules("main.tf") == []
        (tmp_path / "more.auto.tfvars").write_text("encrypted = false\n")
        created = types.FileEvent(editor.uri("more.auto.tfvars"), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([created]))
        assert await editor.rules("main.tf") == ["2:23 aws-rds-storage-unencrypted"]


async def test_a_client_that_asks_is_nudged_when_another_file_changes(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": USES, "variables.tf": VARIABLE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        editor.open("variables.tf")
        assert await editor.rules("main.tf")
        editor.change("variables.tf", VARIABLE.replace("false", "true"))
        await until(lambda: ["asked"] * editor.client.diagnostic_refresh_count)


async def test_the_whole_workspace_can_be_asked_for(tmp_path: Path) -> None:
    files = {f"part{n}/main.tf": DATABASE if n % 2 else ENCRYPTED for n in range(6)}
    repository(tmp_path, {**files, "cloudlint.toml": ONLY, ".gitignore": "part5/\n"})
    async with editing(tmp_path) as editor:
        report = await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
        found = {item.uri: said(item.items) for item in report.items}
        assert found == {editor.uri(f"part{n}/main.tf"): ["2:23 aws-rds-storage-unencrypted"] for n in (1, 3)}
        known = [types.PreviousResultId(item.uri, item.result_id) for item in report.items]
        waiting = editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))
        editor.open("part1/main.tf", ENCRYPTED)
        again = {item.uri: item.kind for item in (await waiting).items}
        assert again == {editor.uri("part1/main.tf"): "full", editor.uri("part3/main.tf"): "unchanged"}


async def test_a_scan_of_the_workspace_shows_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    repository(tmp_path, {f"part{n}/main.tf": DATABASE for n in range(200)})
    can = capabilities(PUSHED)
    can.window = types.WindowClientCapabilities(work_done_progress=True)
    async with editing(tmp_path, can) as editor:

        def progress() -> list[str]:
            reports = [report for reports in editor.client.progress_reports.values() for report in reports]
            return [report.kind for report in reports]

        wish = types.ExecuteCommandParams("cloudlint.scanWorkspace", [])
        scanning = asyncio.ensure_future(editor.client.workspace_execute_command_async(wish))
        await until(progress, lambda kinds: "report" in kinds)
        (token,) = editor.client.progress_reports
        editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
        assert await answer(scanning) is None
        assert (progress()[0], progress()[-1]) == ("begin", "end")


async def test_text_that_was_never_saved(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        editor.open("untitled:Untitled-1", DATABASE)
        assert "2:23 aws-rds-storage-unencrypted" in await editor.rules("untitled:Untitled-1")


async def test_every_folder_has_its_own_settings(tmp_path: Path) -> None:
    one = repository(tmp_path / "one", {"main.tf": DATABASE, "cloudlint.toml": ONLY})
    two = repository(tmp_path / "two", {"main.tf": DATABASE, "cloudlint.toml": 'ignore = ["all"]\n'})
    async with editing(tmp_path, folders=[one, two]) as editor:
        editor.open("one/main.tf")
        editor.open("two/main.tf")
        assert await editor.rules("one/main.tf") == ["2:23 aws-rds-storage-unencrypted"]
        assert await editor.rules("two/main.tf") == []


async def test_a_huge_file_is_refused_and_says_so(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": DATABASE, "cloudlint.toml": "max-file-size = 1000\n"})
    async with editing(tmp_path) as editor:
        editor.open("main.tf", DATABASE + "#" * 1000)
        assert await editor.rules("main.tf") == ["1:1 not-analysed"]
