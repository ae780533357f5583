"""Code actions over a real connection: what is offered, what it does, when it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.conftest import Editor, capabilities, editing, repository

pytestmark = pytest.mark.asyncio

ACL = "aws-s3-bucket-public-acl"
ONLY = 'select = ["aws-s3-bucket-public-acl", "aws-rds-deletion-protection-off"]\n'
BUCKET = 'resource "aws_s3_bucket_acl" "{0}" {{\n  # 😀 {0}\n  acl = "public-read" # old\n}}\n'
TWO = BUCKET.format("a") + BUCKET.format("b")
DATABASE = 'resource "aws_db_instance" "one" {\n  name = "x"\n}\n'


def applied(text: str, edit: types.WorkspaceEdit, editor: Editor, name: str) -> str:
    """The text after the edits for one file, which count in UTF-16."""
    edits = list((edit.changes or {}).get(editor.uri(name), ()))
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit) and change.text_document.uri == editor.uri(name):
            edits += change.edits
    lines = [line.encode("utf-16-le") for line in text.splitlines(keepends=True)] + [b""]
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    data = b"".join(lines)

    def at(position: types.Position) -> int:
        return starts[position.line] + 2 * position.character

    for it in sorted(edits, key=lambda it: at(it.range.start), reverse=True):
        data = data[: at(it.range.start)] + it.new_text.encode("utf-16-le") + data[at(it.range.end) :]
    return data.decode("utf-16-le")


async def test_a_finding_offers_its_fix(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": TWO, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        actions = await editor.actions("main.tf", 2, 10)
        assert [action.title.partition(" until ")[0] for action in actions] == [
            'Set `acl` to "private" (unsafe)',
            f"Fix all {ACL} in this file",
            f"Fix all {ACL} in the workspace",
            f"Ignore {ACL} here, with a reason",
            f"Ignore {ACL} here",
            f"Accept {ACL} here in cloudlint.toml",
            f"Ignore {ACL} everywhere in cloudlint.toml",
        ]
        assert editor.explained == [f"Explain {ACL}"]
        first = actions[0]
        assert first.kind == types.CodeActionKind.QuickFix
        assert not first.is_preferred
        assert [problem.code for problem in first.diagnostics or ()] == [ACL]
        edit = await editor.resolve(first)
        assert applied(TWO, edit, editor, "main.tf") == TWO.replace("public-read", "private", 1)


async def test_an_unsafe_edit_is_versioned_and_asks_first(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": TWO, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        edit = await editor.resolve((await editor.actions("main.tf", 2, 10))[0])
        (change,) = edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == 1
        (annotation,) = (edit.change_annotations or {}).values()
        assert annotation.needs_confirmation


async def test_a_safe_fix_is_preferred_and_does_not_ask(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": DATABASE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        action = (await editor.actions("main.tf", 0, 3))[0]
        assert action.is_preferred
        edit = await editor.resolve(action)
        assert not edit.change_annotations
        assert "deletion_protection = true" in applied(DATABASE, edit, editor, "main.tf")


@pytest.mark.parametrize(
    ("only", "titles"),
    [
        (["quickfix"], 6),
        (["source"], 1),
        (["source.fixAll"], 1),
        (["source.fixAll.cloudlint"], 1),
        (["source.fixAll.other"], 0),
        (["refactor"], 0),
    ],
)
async def test_only_what_is_asked_for(tmp_path: Path, only: list[str], titles: int) -> None:
    repository(tmp_path, {"main.tf": DATABASE, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        assert len(await editor.actions("main.tf", 0, 3, only)) == titles


async def test_fix_all_takes_the_safe_ones_only(tmp_path: Path) -> None:
    text = TWO + DATABASE + DATABASE.replace("one", "two")
    repository(tmp_path, {"main.tf": text, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        (action,) = await editor.actions("main.tf", 0, 0, ["source.fixAll"])
        fixed = applied(text, await editor.resolve(action), editor, "main.tf")
        assert fixed.count("deletion_protection = true") == 2
        assert fixed.count("public-read") == 2


async def test_fix_all_of_a_rule(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": TWO, "other.tf": BUCKET.format("c"), "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        _, here, everywhere, *_ = await editor.actions("main.tf", 2, 10)
        edit = await editor.resolve(here)
        assert applied(TWO, edit, editor, "main.tf") == TWO.replace("public-read", "private")
        assert applied(BUCKET.format("c"), edit, editor, "other.tf") == BUCKET.format("c")
        edit = await editor.resolve(everywhere)
        assert applied(TWO, edit, editor, "main.tf") == TWO.replace("public-read", "private")
        assert "private" in applied(BUCKET.format("c"), edit, editor, "other.tf")


async def test_refused_once_the_text_has_moved_on(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": TWO, "cloudlint.toml": ONLY})
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        actions = await editor.actions("main.tf", 2, 10)
        editor.change("main.tf", "\n" + TWO)
        for action in actions[:3]:
            with pytest.raises(JsonRpcException, match="has changed"):
                await editor.resolve(action)


async def test_clients_that_do_not_resolve_get_the_edit_at_once(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": TWO, "cloudlint.toml": ONLY})
    async with editing(tmp_path, capabilities(resolves=False)) as editor:
        editor.open("main.tf")
        first = (await editor.actions("main.tf", 2, 10))[0]
        assert first.edit is not None
        assert applied(TWO, first.edit, editor, "main.tf") == TWO.replace("public-read", "private", 1)


async def test_a_client_that_applies_whatever_it_gets_is_given_the_safe_fix_alone(tmp_path: Path) -> None:
    text = TWO + DATABASE + DATABASE.replace("one", "two")
    repository(tmp_path, {"main.tf": text, "cloudlint.toml": ONLY})
    kate = capabilities(resolves=False)
    assert kate.text_document is not None
    kate.text_document.code_action = types.CodeActionClientCapabilities()
    async with editing(tmp_path, kate) as editor:
        editor.open("main.tf")
        problems = await editor.problems("main.tf")
        whole = types.Range(types.Position(0, 0), types.Position(len(text.splitlines()), 0))

        async def titles(named: list[types.Diagnostic], range: types.Range) -> list[str]:
            return [action.title for action in await editor.actions_for("main.tf", range, context(named))]

        acl, _, database, _ = problems
        assert (acl.code, database.code) == (ACL, "aws-rds-deletion-protection-off")
        assert await titles([database], whole) == ["Set `deletion_protection` to true"]
        assert await titles([acl], whole) == []  # unsafe: to be chosen from the menu
        assert len(await titles([], acl.range)) > 5
        assert len(await titles([acl], acl.range)) > 5


def context(named: list[types.Diagnostic]) -> types.CodeActionContext:
    """What a client sends that knows no more than diagnostics."""
    return types.CodeActionContext(named)
