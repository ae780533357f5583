"""Ignoring and accepting from the editor, and baselines, over a real connection."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.conftest import PUSHED, Editor, answer, capabilities, editing, repository
from tests.lsp.test_code_actions import applied

pytestmark = pytest.mark.asyncio

ACL = "aws-s3-bucket-public-acl"
ONLY = 'select = ["aws-s3-bucket-public-acl", "ignore-unused"]\n'
BUCKET = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n'
FOUND = f"2:9 {ACL}"


def able(*, snippets: bool = False, creates: bool = True) -> types.ClientCapabilities:
    """A client whose edits can hold snippets and make files."""
    made = capabilities()
    assert made.workspace is not None
    assert made.workspace.workspace_edit is not None
    made.workspace.workspace_edit.snippet_edit_support = snippets
    made.workspace.workspace_edit.resource_operations = [types.ResourceOperationKind.Create] if creates else []
    return made


async def chosen(editor: Editor, title: str, line: int = 1, character: int = 10) -> types.WorkspaceEdit:
    """The edit of the action that begins with a title."""
    actions = await editor.actions("main.tf", line, character)
    return await editor.resolve(next(action for action in actions if action.title.startswith(title)))


async def test_a_comment_ignores_a_finding(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        edit = await chosen(editor, f"Ignore {ACL} here, with a reason")
        text = applied(BUCKET, edit, editor, "main.tf")
        assert text == BUCKET.replace('read"', f'read" # cloudlint: ignore[{ACL}]')
        editor.change("main.tf", text)
        assert await editor.rules("main.tf") == []


async def test_the_cursor_lands_in_the_reason(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY})
    async with editing(tmp_path, able(snippets=True)) as editor:
        editor.open("main.tf")
        edit = await chosen(editor, f"Ignore {ACL} here until 20")
        (change,) = edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        (written,) = change.edits
        assert isinstance(written, types.SnippetTextEdit)
        assert written.snippet.value.startswith(f" # cloudlint: ignore[{ACL}] ${{1:reason}} until=20")
        assert written.range == types.Range(types.Position(1, 21), types.Position(1, 21))


async def test_a_finding_is_accepted_in_new_settings(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET})
    async with editing(tmp_path, able(), options={"select": [ACL]}) as editor:
        editor.open("main.tf")
        edit = await chosen(editor, f"Accept {ACL} here in cloudlint.toml")
        made, change = edit.document_changes or ()
        assert isinstance(made, types.CreateFile)
        assert isinstance(change, types.TextDocumentEdit)
        assert made.uri == change.text_document.uri == editor.uri("cloudlint.toml")
        text = applied("", edit, editor, "cloudlint.toml")
        assert text == (
            f'[[accept]]\nrule = ["{ACL}"]\npaths = ["/main.tf"]\nresources = ["aws_s3_bucket_acl.a"]\nreason = ""\n'
        )
        (tmp_path / "cloudlint.toml").write_text(text)
        told = types.FileEvent(editor.uri("cloudlint.toml"), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([told]))
        assert await editor.rules("main.tf") == []


async def test_a_rule_is_ignored_in_the_settings_as_they_are_being_edited(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY})
    async with editing(tmp_path, able(creates=False)) as editor:
        editor.open("main.tf")
        unsaved = f"# 😀 ours\n{ONLY}"
        editor.open("cloudlint.toml", unsaved, "toml")
        edit = await chosen(editor, f"Ignore {ACL} everywhere in cloudlint.toml")
        assert applied(unsaved, edit, editor, "cloudlint.toml") == f'ignore = ["{ACL}"]\n{unsaved}'


async def test_no_file_is_made_by_clients_that_cannot(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET})
    async with editing(tmp_path, able(creates=False), options={"select": [ACL]}) as editor:
        editor.open("main.tf")
        titles = [action.title for action in await editor.actions("main.tf", 1, 10)]
        assert not [title for title in titles if "cloudlint.toml" in title]


@pytest.mark.parametrize(
    ("name", "text", "settings", "titles"),
    [
        ("main.tf", BUCKET, f'{ONLY}not-ignorable = ["aws-*"]\n', ["Accept", "Ignore"]),
        (
            "main.tf.json",
            '{"resource": {"aws_s3_bucket_acl": {"a": {\n"acl": "public-read"}}}}',
            ONLY,
            ["Accept", "Ignore"],
        ),
    ],
)
async def test_where_no_comment_may_stand(
    tmp_path: Path, name: str, text: str, settings: str, titles: list[str]
) -> None:
    repository(tmp_path, {name: text, "cloudlint.toml": settings})
    async with editing(tmp_path) as editor:
        editor.open(name)
        actions = [action.title for action in await editor.actions(name, 1, 9)]
        about = [title for title in actions if title.startswith(("Ignore", "Accept"))]
        assert [title.split()[0] for title in about] == titles
        assert all(title.endswith("in cloudlint.toml") for title in about)


async def test_an_unused_ignore_is_faded_and_taken_away(tmp_path: Path) -> None:
    text = BUCKET.replace("public-read", "private").replace("\n}", f" # cloudlint: ignore[{ACL}] old\n}}")
    repository(tmp_path, {"main.tf": text, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        (problem,) = await editor.problems("main.tf")
        assert problem.code == "ignore-unused"
        assert list(problem.tags or ()) == [types.DiagnosticTag.Unnecessary]
        edit = await chosen(editor, "Take the ignore away", 1, problem.range.start.character)
        assert applied(text, edit, editor, "main.tf") == BUCKET.replace("public-read", "private")


async def test_refused_once_the_text_has_moved_on(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        actions = await editor.actions("main.tf", 1, 10)
        editor.change("main.tf", "\n" + BUCKET)
        for action in (action for action in actions if action.title.startswith(("Ignore", "Accept"))):
            with pytest.raises(JsonRpcException, match="has changed"):
                await editor.resolve(action)


# ----------------------------------------------------------------------------- baselines


async def test_what_a_baseline_knows_is_not_shown(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        assert await editor.rules("main.tf") == [FOUND]
        written = await editor.command("cloudlint.createBaseline")
        assert written == {f"{tmp_path}/.cloudlint-baseline": 1} or "1" in str(written)
        assert await editor.rules("main.tf") == []
        editor.change("main.tf", BUCKET + BUCKET.replace('"a"', '"b"'))
        assert await editor.rules("main.tf") == [f"5:9 {ACL}"]
        editor.change("main.tf", "\n" + BUCKET)
        assert await editor.rules("main.tf") == []
        (tmp_path / ".cloudlint-baseline").unlink()
        told = types.FileEvent(editor.uri(".cloudlint-baseline"), types.FileChangeType.Deleted)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([told]))
        assert await editor.rules("main.tf") == [f"3:9 {ACL}"]


async def test_fixing_leaves_alone_what_is_not_shown(tmp_path: Path) -> None:
    other = BUCKET.replace('"a"', '"b"')
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        await editor.command("cloudlint.createBaseline")
        editor.change("main.tf", BUCKET + other)
        edit = await chosen(editor, f"Fix all {ACL} in the workspace", 4)
        fixed = applied(BUCKET + other, edit, editor, "main.tf")
        assert fixed == BUCKET + other.replace("public-read", "private")


async def test_a_baseline_in_conflict_is_said_once_and_hides_nothing(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": BUCKET, "cloudlint.toml": ONLY, ".cloudlint-baseline": "<<<<<<< ours\n"})
    async with editing(tmp_path, capabilities(PUSHED)) as editor:
        editor.open("main.tf")
        assert await editor.published("main.tf") == [FOUND]
        editor.change("main.tf", "\n" + BUCKET)
        assert await editor.published("main.tf", lambda seen: seen == [f"3:9 {ACL}"])
        assert sum("merge conflict" in message.message for message in editor.client.messages) == 1


async def test_the_log_is_shown_or_where_it_goes_is_said(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        assert await editor.command("cloudlint.openLog") == ""
        assert "standard error" in editor.client.messages[-1].message


# ----------------------------------------------------------- hover and completion


@pytest.mark.parametrize(
    ("name", "text", "language", "expected"),
    [
        (
            "main.tf",
            BUCKET.replace("\n  acl", f"\n  # cloudlint: ignore[aws-s3-x, {ACL}] why\n  acl"),
            "terraform",
            True,
        ),
        ("main.tf", BUCKET.replace("\n  acl", "\n  # cloudlint: ignore[CKV_AWS_20] why\n  acl"), "terraform", True),
        ("main.tf", BUCKET.replace("\n  acl", f"\n  # about {ACL}\n  acl"), "terraform", False),
        ("cloudlint.toml", f'\nignore = [ "{ACL}"]\n', "toml", True),
    ],
)
async def test_hover_on_a_rule_that_is_named(
    tmp_path: Path, name: str, text: str, language: str, expected: bool
) -> None:
    repository(tmp_path, {})
    async with editing(tmp_path) as editor:
        editor.open(name, text, language)
        line = text.split("\n")[1]
        at = next(line.index(word) for word in (ACL, "CKV_AWS_20") if word in line)
        shown = await editor.hover(name, 1, at + 3)
        assert ("ACL" in shown and ACL in shown) == expected


@pytest.mark.parametrize(
    ("name", "before", "expected"),
    [
        ("main.tf", "# cloudlint: ignore[", ACL),
        ("main.tf", "# cloudlint: ignore[aws-iam-*, aws-s3-", ACL),
        ("main.tf", "# cloudlint: ignore-file[", ACL),
        ("main.tf", "# cloudlint: ignore[x] ", None),
        ("main.tf", "# cloudlint: ", "ignore"),
        ("main.tf", "x = ", None),
        ("pod.yaml", 'metadata:\n  annotations:\n    cloudlint.dev/ignore: "', ACL),
        ("cloudlint.toml", '[[accept]]\nrule = ["', ACL),
        ("cloudlint.toml", '[[accept]]\nrule = "', ACL),
        ("cloudlint.toml", "[[accept]]\nun", "until"),
        ("cloudlint.toml", '[[override]]\nselect = ["', ACL),
        ("cloudlint.toml", 'not-ignorable = ["', ACL),
        ("pyproject.toml", '[[tool.cloudlint.accept]]\nrule = ["', ACL),
        ("pyproject.toml", '[[tool.other.accept]]\nrule = ["', None),
    ],
)
async def test_completion_of_rules(tmp_path: Path, name: str, before: str, expected: str | None) -> None:
    async with editing(tmp_path) as editor:
        editor.open(name, before, "terraform" if name.endswith(".tf") else "yaml")
        lines = before.split("\n")
        params = types.CompletionParams(editor.document(name), types.Position(len(lines) - 1, len(lines[-1])))
        found = await answer(editor.client.text_document_completion_async(params))
        labels = [item.label for item in found] if isinstance(found, (list, tuple)) else []
        assert expected in labels if expected else not labels


async def test_what_is_found_here_is_completed_first(tmp_path: Path) -> None:
    text = BUCKET.replace("\n  acl", "\n  # cloudlint: ignore[\n  acl")
    repository(tmp_path, {"main.tf": text, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        params = types.CompletionParams(editor.document("main.tf"), types.Position(1, 22))
        found = await answer(editor.client.text_document_completion_async(params))
        assert isinstance(found, (list, tuple))
        first = min(found, key=lambda item: item.sort_text or item.label)
        assert first.label == ACL
